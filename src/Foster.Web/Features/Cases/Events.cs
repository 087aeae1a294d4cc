using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Cases;

/// <summary>A worker holds the case now in this role; what waits for somebody there is theirs.</summary>
public sealed record WorkerAllocated(Guid CaseId, Guid AccountId, Role Role) : IEvent;
