using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Documents;

/// <summary>Documents that were asked for and have not come.</summary>
public sealed class DocumentWaits(FosterDb db) : ICaseWaits
{
    public IQueryable<CaseWait> For(Actor actor)
    {
        var kinds = DocumentKinds
            .All.Where(k => k.Way == DocumentWay.Uploaded && k.Workers.Contains(actor.Role))
            .Select(k => k.Key)
            .ToList();
        return from d in db.Set<Document>()
            join c in db.Set<Case>() on d.CaseId equals c.Id
            where c.ClosedOn == null && kinds.Contains(d.Kind)
            where d.State == DocumentState.Asked || d.State == DocumentState.SentBack
            where
                db.Set<Allocation>()
                    .Any(h =>
                        h.CaseId == d.CaseId && h.AccountId == actor.AccountId && h.To == null
                    )
            select new CaseWait
            {
                Id = d.Id,
                CaseId = d.CaseId,
                Reference = c.Reference,
                Since = d.AskedOn,
                Title = TitleOf(
                    d.Kind,
                    db.Set<Person>()
                        .Where(p => p.Id == d.PersonId)
                        .Select(p => p.GivenName)
                        .FirstOrDefault()
                ),
                WaitsFor = "Applicant",
                RuleId = DocumentMachine.RuleId,
                Why = "No date is set by a rule. It waits since it was asked for.",
            };
    }

    private static string TitleOf(string kind, string? whose) =>
        whose is null ? DocumentKinds.Of(kind).Title : $"{DocumentKinds.Of(kind).Title}, {whose}";
}
