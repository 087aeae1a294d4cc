using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>The people whom this applicant has named, and how far each is; of the partner’s only how many (R-SOD-13).</summary>
public sealed class RefereesModel(ApplyReads reads, ProgressReads progress)
    : ApplyPage(reads, progress)
{
    public override ApplySection Section => ApplySections.Of("referees");

    public int ByPartner => Partner?.Referees.Count ?? 0;

    public IReadOnlyList<Refusal> Missing => Section.Missing(Facts, Who);

    /// <summary>Referees are asked, reminded and replaced now.</summary>
    public bool Worked => RefereeAct.IsWorkedOn(Facts.Application);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(() => { }, ct);

    public bool MayReplace(Referee referee) =>
        Worked && referee.State is (RefereeState.Declined or RefereeState.Unreachable);

    /// <summary>Why they cannot be reminded yet; null when they can.</summary>
    public string? AgainstNudge(Referee referee) => NudgeReferee.WhyNot(Who, referee, Facts.Today);

    public static string OthersTitle(RefereeNeeds needs) =>
        (needs.Employer, needs.FormerPartners) switch
        {
            (true, true) => "Employer and former partners",
            (true, false) => "Employer",
            _ => "Former partners",
        };

    public static string Said(bool? has, string? reason) =>
        has switch
        {
            null => "Not answered yet",
            false => "None",
            true when reason is not null => "Yes. You asked us not to contact them",
            _ => "Yes. Add them to the people above",
        };

    /// <summary>How far a person is, in dates and never in their words.</summary>
    public static string Story(Referee referee) =>
        referee switch
        {
            { State: RefereeState.Named } =>
                $"You named them on {BritishDate.Long(referee.NominatedOn)}. Your social worker asks them; you do not have to do anything.",
            { State: RefereeState.Asked } =>
                $"We asked them {AskReferee.Words(referee.AskedBy!.Value)} on {BritishDate.Long(referee.AskedOn!.Value)} and wait for their answer since then.",
            { State: RefereeState.Answered } =>
                $"They answered on {BritishDate.Long(referee.AnsweredOn!.Value)}. We will talk with them.",
            { State: RefereeState.Interviewed } => "We have talked with them.",
            { State: RefereeState.Replaced } => "You named somebody else in their place.",
            _ =>
                $"They cannot speak for you. We have been waiting for you since {BritishDate.Long(referee.LostOn!.Value)} to name somebody else.",
        };
}
