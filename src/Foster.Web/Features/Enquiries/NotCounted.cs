namespace Foster.Web.Features.Enquiries;

/// <summary>Why an enquiry is kept and not counted as one more (M-OFS-03).</summary>
public enum NotCounted
{
    /// <summary>They got in touch again while their enquiry was open (R-ENQ-14).</summary>
    RepeatContact,

    /// <summary>The household had enquired within six months.</summary>
    SameHousehold,
    Merged,

    /// <summary>Closed by hand as one of two.</summary>
    Duplicate,
}
