using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Records.Requests;

/// <summary>What other services ask for, on the case page.</summary>
public sealed class RequestSection(RecordsRequestReads requests) : ICaseSection
{
    public int Order => 88;

    public async Task<CaseSection?> ForAsync(Guid caseId, Actor actor, CancellationToken ct)
    {
        if (!RequestMachine.Takers.Contains(actor.Role))
            return null;
        var all = await requests.OfCaseAsync(caseId, ct);
        if (all.Count == 0)
            return null;
        var open = all.Where(r => r.State is RequestState.Received or RequestState.ConsentAsked)
            .ToList();
        return new CaseSection(
            "Requests from other services",
            open.Count > 0 ? "Open" : "Answered",
            [
                .. all.Select(r => new CaseFact(
                    r.Service,
                    $"{RequestWords.Of(RequestWords.Fors, r.For)} for {r.Person}: {RequestMachine.Words(r.State)}"
                        + (open.Contains(r) ? $", due {BritishDate.Long(r.DueOn)}" : ""),
                    RequestLinks.Of(r.Id)
                )),
            ],
            [
                .. open.Take(1)
                    .Select(r => new CaseAction(
                        "Answer the request",
                        RequestLinks.Of(r.Id),
                        IsNext: true
                    )),
                new CaseAction("Record another request", RequestLinks.NewOf(caseId)),
            ]
        );
    }
}

public sealed class RequestNavigation : INavigation
{
    public IEnumerable<NavigationItem> Items =>
        [
            new(
                "staff",
                "Requests from services",
                RequestLinks.List,
                71,
                [.. RequestMachine.Takers.Select(r => r.ToString())]
            ),
        ];
}
