using Foster.Web.Features.Applications.Sections;
using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>Where the applicant has lived, with the gaps named.</summary>
public sealed class AddressesModel(ApplyReads reads, ProgressReads progress)
    : ApplyPage(reads, progress)
{
    public override ApplySection Section => ApplySections.Of("addresses");

    protected override string? BegunUnder => "addresses/";

    /// <summary>Stays that run side by side.</summary>
    public IReadOnlyList<string> Together => AddressesSection.Together(Who);

    public DateOnly Since => Facts.Today.AddYears(-AddressesSection.Years);

    public IReadOnlyList<Refusal> Missing => Section.Missing(Facts, Who);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(() => { }, ct);
}
