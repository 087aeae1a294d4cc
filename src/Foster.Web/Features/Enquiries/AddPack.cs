using Foster.Web.Features.Enquiries.Packs;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <param name="Link">Where the council has it as a booklet or film; null for none.</param>
public sealed record AddPackInput(
    string Title,
    string Label,
    DateOnly From,
    string Words,
    string? Link
);

/// <summary>Adds a version of the council's information pack, which is sent from its day on (R-ENQ-04).</summary>
public sealed class AddPack(FosterDb db, CouncilHistory history, LondonClock clock)
{
    public async Task<Result<Guid>> RunAsync(
        AddPackInput input,
        Actor actor,
        CancellationToken ct
    ) =>
        actor.Is(Role.Administrator, Role.System)
            ? await db.WriteTogetherAsync(() => AddAsync(input, actor, ct), ct)
            : Result<Guid>.Refused("Only an administrator adds an information pack.");

    /// <summary>Everything against the words, before they are used.</summary>
    public static IReadOnlyList<Refusal> Against(AddPackInput input)
    {
        var against = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(input.Title))
            against.Add(new("Enter the title.", null, "title"));
        if (string.IsNullOrWhiteSpace(input.Label))
            against.Add(new("Enter the version.", null, "label"));
        if (string.IsNullOrWhiteSpace(input.Words))
            against.Add(new("Enter the words of the pack.", null, "words"));
        if (input.Words.Length > InformationPack.LongestWords)
            against.Add(new("The words must be 20,000 characters or fewer.", null, "words"));
        if (
            input.Link is { } link
            && !(
                Uri.TryCreate(link, UriKind.Absolute, out var address)
                && address.Scheme == Uri.UriSchemeHttps
            )
        )
            against.Add(new("The address must begin with https://", null, "link"));
        return against;
    }

    private async Task<Result<Guid>> AddAsync(AddPackInput input, Actor actor, CancellationToken ct)
    {
        await db.AloneAsync($"packs:{actor.CouncilId}", ct);
        var against = Against(input).ToList();
        var label = input.Label.Trim();
        if (
            await db.Set<InformationPack>()
                .AnyAsync(p => p.CouncilId == actor.CouncilId && p.Label == label, ct)
        )
            against.Add(
                new(
                    "There is a pack of this version already. Give this one another.",
                    null,
                    "label"
                )
            );
        if (against.Count > 0)
            return Result<Guid>.Refused(against);
        var pack = new InformationPack
        {
            CouncilId = actor.CouncilId,
            Title = input.Title.Trim(),
            Label = label,
            From = input.From,
            Words = input.Words.ReplaceLineEndings("\n").Trim(),
            Link = input.Link,
            AddedAt = clock.Now,
            AddedBy = actor.Name,
        };
        db.Add(pack);
        history.Write(
            actor,
            pack.Id,
            new HistoryNote(
                "council.pack",
                $"Information pack {pack.Label} added, sent from {BritishDate.Long(pack.From)}"
            )
            {
                Rules = ["R-ENQ-04"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Of(pack.Id);
    }
}
