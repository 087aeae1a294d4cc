using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Assessment;

/// <summary>
/// An animal at the home of the applicants: as they named it, or as a worker met it. What they have sent stays as it is;
/// this follows what is true today, and the assessment of each follows it (R-ELIG-07, CHK-19).
/// </summary>
public sealed class Animal : ICaseOwned, IVersioned
{
    public const string RuleId = "R-ELIG-07";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>Which of those in the application it is; null for one that a worker added.</summary>
    public int? Number { get; init; }
    public string Kind { get; private set; } = "";
    public string Breed { get; private set; } = "";
    public string? Name { get; private set; }
    public bool NeedsLicence { get; private set; }
    public bool HasHurt { get; private set; }

    /// <summary>The day since which it is not at home any more.</summary>
    public DateOnly? GoneOn { get; set; }
    public uint Version { get; set; }

    public AnimalDescription Described => new(Kind, Breed, Name, NeedsLicence, HasHurt);

    public Animal As(AnimalDescription described)
    {
        (Kind, Breed, Name) = (
            described.Kind,
            described.Breed.Trim(),
            string.IsNullOrWhiteSpace(described.Name) ? null : described.Name.Trim()
        );
        (NeedsLicence, HasHurt) = (described.NeedsLicence, described.HasHurt);
        return this;
    }
}
