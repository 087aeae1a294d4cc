using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>Enters a schedule by hand; it may begin with what another one says.</summary>
[ForRoles(Role.FinanceOfficer)]
public sealed class ScheduleNewModel : FormPage
{
    private readonly ScheduleReads schedules;
    private readonly EnterSchedule enter;

    public ScheduleNewModel(ScheduleReads schedules, EnterSchedule enter)
    {
        (this.schedules, this.enter) = (schedules, enter);
        Form = new Form([
            ScheduleForm.Name,
            ScheduleForm.From,
            ScheduleForm.Where,
            .. ScheduleForm.Allowances,
            .. ScheduleForm
                .LevelNames.Zip(ScheduleForm.LevelFees)
                .SelectMany(p => new Field[] { p.First, p.Second }),
        ]);
    }

    /// <summary>Levels that are shown at once; the others open on demand.</summary>
    public int Shown { get; } = 3;

    public bool MoreLevels =>
        Enumerable
            .Range(Shown, ScheduleTerms.MostLevels - Shown)
            .Any(i =>
                Form.Answers[ScheduleForm.LevelNames[i].Name].Length > 0
                || Form.Answers[ScheduleForm.LevelFees[i].Name].Length > 0
            );

    public async Task OnGetAsync(Guid? like, CancellationToken ct)
    {
        Form.Suggest(ScheduleForm.Where, Region.RestOfEngland);
        if (like is { } id && await schedules.FindAsync(id, ct) is { } sheet)
            Suggest(sheet);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await SendAsync(
            async token =>
            {
                ScheduleForm.CheckLevels(Form);
                if (!Form.Ok)
                    return Result<Sent>.Refused(
                        "Each level needs a name and a fee. Leave both empty where there is no further level."
                    );
                var entered = await enter.RunAsync(ScheduleForm.Read(Form), Actor, token);
                return entered.Ok
                    ? new Sent(
                        AllowancesLinks.Schedule(entered.Value),
                        "The draft is entered. A team manager can publish it now."
                    )
                    : Result<Sent>.Refused(entered.Refusals);
            },
            ct
        );

    private void Suggest(ScheduleSheet sheet)
    {
        Form.Suggest(ScheduleForm.Where, sheet.Line.Region);
        foreach (var (band, field) in AgeBands.All.Zip(ScheduleForm.Allowances))
            Form.Suggest(field, sheet.Card.Allowances[band].Pence);
        for (var i = 0; i < sheet.Card.Levels.Count; i++)
        {
            Form.Suggest(ScheduleForm.LevelNames[i], sheet.Card.Levels[i].Name);
            Form.Suggest(ScheduleForm.LevelFees[i], sheet.Card.Levels[i].Fee.Pence);
        }
    }
}
