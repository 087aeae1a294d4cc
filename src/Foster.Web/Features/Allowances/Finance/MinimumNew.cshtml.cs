using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>Enters the national minimum of a year by hand; it may begin with what was entered before.</summary>
[ForRoles(Role.FinanceOfficer)]
public sealed class MinimumNewModel : FormPage
{
    private readonly MinimumForm fields;
    private readonly MinimumReads minimums;
    private readonly EnterMinimum enter;

    public MinimumNewModel(MinimumReads minimums, EnterMinimum enter, LondonClock clock)
    {
        (this.minimums, this.enter) = (minimums, enter);
        fields = new MinimumForm(clock.Today);
        Form = new Form([
            fields.Year,
            .. MinimumForm.Amounts.Select(a => a.Field),
            MinimumForm.Publication,
            MinimumForm.Source,
            MinimumForm.Note,
            MinimumForm.Why,
        ]);
    }

    public Field Year => fields.Year;

    public async Task OnGetAsync(int? year, Guid? like, CancellationToken ct)
    {
        var tables = await minimums.TablesAsync(Actor.CouncilId, ct);
        Form.Suggest(
            fields.Year,
            MinimumTerms.YearsOn(Today).Any(y => y.Start == year)
                ? year!.Value
                : MinimumForm.Usual(tables, Today).Start
        );
        if (like is { } id && await minimums.FindAsync(id, Actor.CouncilId, ct) is { } sheet)
            Suggest(sheet);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await SendAsync(
            async token =>
            {
                var entered = await enter.RunAsync(
                    fields.Read(Form, MinimumForm.Rates(Form)),
                    Actor,
                    token
                );
                return entered.Ok
                    ? new Sent(
                        AllowancesLinks.MinimumEntry(entered.Value),
                        "The table is entered. A team manager compares it with its source now."
                    )
                    : Result<Sent>.Refused(entered.Refusals);
            },
            ct
        );

    private void Suggest(MinimumSheet sheet)
    {
        Form.Suggest(fields.Year, sheet.Line.Year);
        foreach (var (region, band, field) in MinimumForm.Amounts)
            Form.Suggest(field, sheet.Rates[(region, band)].Pence);
        Form.Suggest(MinimumForm.Publication, sheet.Line.Publication);
        Form.Suggest(MinimumForm.Source, sheet.Line.Source);
        if (sheet.Line.Note is { } note)
            Form.Suggest(MinimumForm.Note, note);
        if (sheet.Line.Why is { } why && sheet.Standing == MinimumStanding.SentBack)
            Form.Suggest(MinimumForm.Why, why);
    }
}
