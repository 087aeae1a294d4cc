using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>Enters a schedule whose amounts stand in a CSV file: all of it or nothing.</summary>
[ForRoles(Role.FinanceOfficer)]
public sealed class ScheduleImportModel : FormPage
{
    private static readonly FileField Chosen = new(RateFile.Field)
    {
        Label = "CSV file",
        Hint = "64 KB or smaller, saved as “CSV UTF-8”.",
        Accept = ".csv,text/csv",
        Optional = true,
    };

    private readonly EnterSchedule enter;

    public ScheduleImportModel(EnterSchedule enter)
    {
        this.enter = enter;
        Form = new Form(ScheduleForm.Name, ScheduleForm.From, ScheduleForm.Where, Chosen);
    }

    public void OnGet() => Form.Suggest(ScheduleForm.Where, Region.RestOfEngland);

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
                var read = ScheduleCsv.Read(content.Span);
                if (!read.Ok)
                    return Result<Sent>.Refused(read.Refusals);
                var entered = await enter.RunAsync(
                    new(
                        Form.Must(ScheduleForm.Name),
                        Form.Must(ScheduleForm.From),
                        Form.Must(ScheduleForm.Where),
                        read.Value.Allowances,
                        read.Value.Levels
                    ),
                    Actor,
                    token
                );
                return entered.Ok
                    ? new Sent(
                        AllowancesLinks.Schedule(entered.Value),
                        "The draft is entered from the file. A team manager can publish it now."
                    )
                    : Result<Sent>.Refused(entered.Refusals);
            },
            ct
        );
    }
}
