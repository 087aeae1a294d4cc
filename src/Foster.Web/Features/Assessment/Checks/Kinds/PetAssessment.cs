namespace Foster.Web.Features.Assessment.Checks.Kinds;

/// <summary>
/// One for each animal at home (R-ELIG-07). It is practice and no statute, so stage 1 does not wait for it; a worker can
/// make it until the report is shared.
/// </summary>
public sealed class PetAssessment : ICheckKind
{
    public string Key => "CHK-19";

    public string Title => "Pet assessment";

    public string Why =>
        "We meet each animal at your home, and look at how it would be with a child.";

    public bool IsMandatory => false;

    public bool IsMadeByUs => true;

    public bool IsOfEachAnimal => true;

    public bool MayBeNotApplicable => true;

    public CheckQuestions Asks =>
        new(
            "When was the animal assessed?",
            "What was found, and what is agreed?",
            "For example how it is with children it does not know, and where it sleeps when a child comes. Needed unless the outcome is clear: at least 20 characters."
        )
        {
            Day = "The day the animal was assessed",
            MadeBy = "Who assessed the animal?",
        };

    public IEnumerable<Guid?> AppliesTo(Circumstances household) => [null];
}
