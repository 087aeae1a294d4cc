using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>Enters the national minimum of a year whose amounts stand in a CSV file: all of it or nothing.</summary>
[ForRoles(Role.FinanceOfficer)]
public sealed class MinimumImportModel : FormPage
{
    private static readonly FileField Chosen = new(RateFile.Field)
    {
        Label = "CSV file",
        Hint = "64 KB or smaller, saved as “CSV UTF-8”.",
        Accept = ".csv,text/csv",
        Optional = true,
    };

    private readonly MinimumForm fields;
    private readonly MinimumReads minimums;
    private readonly EnterMinimum enter;

    public MinimumImportModel(MinimumReads minimums, EnterMinimum enter, LondonClock clock)
    {
        (this.minimums, this.enter) = (minimums, enter);
        fields = new MinimumForm(clock.Today);
        Form = new Form(
            fields.Year,
            Chosen,
            MinimumForm.Publication,
            MinimumForm.Source,
            MinimumForm.Note,
            MinimumForm.Why
        );
    }

    public async Task OnGetAsync(CancellationToken ct) =>
        Form.Suggest(
            fields.Year,
            MinimumForm.Usual(await minimums.TablesAsync(Actor.CouncilId, ct), Today).Start
        );

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var content = await ChosenFile.BytesAsync(
            Request.Form.Files.GetFile(Chosen.Name),
            RateFile.MaxBytes,
            ct
        );
        return await SendAsync(
            async token =>
            {
                var read = MinimumCsv.Read(content.Span);
                if (!read.Ok)
                    return Result<Sent>.Refused(read.Refusals);
                var entered = await enter.RunAsync(fields.Read(Form, read.Value), Actor, token);
                return entered.Ok
                    ? new Sent(
                        AllowancesLinks.MinimumEntry(entered.Value),
                        "The table is entered from the file. A team manager compares it with its source now."
                    )
                    : Result<Sent>.Refused(entered.Refusals);
            },
            ct
        );
    }
}
