namespace Foster.Web.Features.Assessment.Checks.Kinds;

/// <summary>At least two nominated people are interviewed and each interview has a written report (R-REF-01).</summary>
public sealed class PersonalReferees : ICheckKind
{
    public string Key => "CHK-13";

    public string Title => "Two personal referees, interviewed";

    public string Why => "The law asks us to talk with at least two people you name.";

    public bool FollowsFromInterviews => true;

    public CheckContent Content => CheckContent.Reference;

    public IEnumerable<Guid?> AppliesTo(Circumstances household) => [null];
}
