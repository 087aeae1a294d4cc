using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>
/// In writing, to be read and printed: the qualities sought, the standards, the stages and likely times, what is asked
/// for, and why each check is made (R-APP-04, R-APP-09).
/// </summary>
public sealed class WhatHappensModel(ApplyReads reads, ProgressReads progress)
    : ApplyPage(reads, progress)
{
    /// <summary>What this applicant is asked about, and why.</summary>
    public IEnumerable<ConsentWording> Checks =>
        ConsentWordings.AskedOf(Who.Part.ApprovedElsewhere);

    public IEnumerable<ApplySection> Asked => ApplySections.For(Facts, Who);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(() => { }, ct);
}
