using Foster.Web.Foundation.Data;

namespace Foster.Web.Foundation.Actors;

/// <summary>A council whose fostering service uses Foster. Team, contacts and privacy notice come from this row.</summary>
public sealed class Council : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>Short form for case references, such as HAR.</summary>
    public required string Code { get; init; }
    public required string TeamName { get; set; }
    public required string Telephone { get; set; }
    public required string OpeningHours { get; set; }
    public required string OutOfHoursTelephone { get; set; }
    public required string Email { get; set; }
    public required string PostalAddress { get; set; }

    /// <summary>The notice with which the council began; later ones are rows of <see cref="PrivacyNotice"/>.</summary>
    public required string PrivacyNoticeVersion { get; set; }
    public required string PrivacyNotice { get; set; }

    /// <summary>What the council says it offers now, shown on the public pages; empty when nothing is published.</summary>
    public string PaymentsStatement { get; set; } = "";
    public string CharterStatement { get; set; } = "";

    /// <summary>Enquiries go here when neither a preference nor the postcode names a council.</summary>
    public bool IsIntake { get; set; }

    /// <summary>The colour of its pages; empty for the one of the installation.</summary>
    public Accent? Accent { get; set; }

    /// <summary>The picture in the header of its pages, where it has one.</summary>
    public Guid? LogoId { get; set; }

    /// <summary>How many people an applying household names to speak for it: friends, family and others.</summary>
    public int PersonalReferees { get; set; } = 3;

    /// <summary>How many of them are family.</summary>
    public int FamilyReferees { get; set; } = 1;

    /// <summary>How many of all have known the applicant for five years or more.</summary>
    public int LongKnownReferees { get; set; } = 1;
    public bool AsksEmployers { get; set; } = true;
    public bool AsksFormerPartners { get; set; } = true;

    public uint Version { get; set; }
}

/// <summary>Which council a postcode district (the part before the space) belongs to.</summary>
public sealed class PostcodeDistrict
{
    public required string District { get; init; }
    public required Guid CouncilId { get; set; }
}
