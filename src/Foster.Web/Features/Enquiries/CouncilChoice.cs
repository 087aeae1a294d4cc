using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <summary>Which council an enquiry goes to: the one preferred, else the one of the postcode, else the intake council.</summary>
public sealed class CouncilChoice(FosterDb db, CouncilDirectory directory)
{
    private IReadOnlyList<Council>? all;

    /// <summary>Every council, by name, read once a request. Where there is one it is not asked for.</summary>
    public async Task<IReadOnlyList<Council>> AllAsync(CancellationToken ct) =>
        all ??= await directory.AllAsync(ct);

    /// <summary>The council for an enquiry; null only where no council is set up at all.</summary>
    public async Task<Council?> ForAsync(Guid? preferred, string? postcode, CancellationToken ct)
    {
        var councils = await AllAsync(ct);
        if (councils.Count <= 1)
            return councils.SingleOrDefault();
        if (councils.FirstOrDefault(c => c.Id == preferred) is { } wished)
            return wished;
        return await LocalAsync(postcode, ct)
            ?? councils.FirstOrDefault(c => c.IsIntake)
            ?? councils[0];
    }

    /// <summary>The council that covers a postcode; null where we do not know which one does.</summary>
    public async Task<Council?> LocalAsync(string? postcode, CancellationToken ct)
    {
        if (DistrictOf(postcode) is not { } district)
            return null;
        var council = await db.Set<PostcodeDistrict>()
            .Where(d => d.District == district)
            .Select(d => (Guid?)d.CouncilId)
            .SingleOrDefaultAsync(ct);
        return (await AllAsync(ct)).FirstOrDefault(c => c.Id == council);
    }

    private static string? DistrictOf(string? postcode) =>
        postcode is null ? null : PostcodeField.Normalise(postcode)?.Split(' ')[0];
}
