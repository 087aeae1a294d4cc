using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <summary>
/// Finds the enquiry that the same member of staff wrote down of the same people a moment ago: whoever goes back in the
/// browser, or has the form open twice, sends it again without knowing.
/// </summary>
public sealed class RecordedTwice(FosterDb db, LondonClock clock)
{
    private static readonly TimeSpan Within = TimeSpan.FromHours(1);

    /// <summary>The public's own journey is guarded by its draft, and Foster sends nothing twice.</summary>
    public static bool MayBe(Actor actor) => actor.AccountId != Guid.Empty && actor.Role.IsStaff();

    /// <summary>
    /// What was answered the first time; null where this is new. Until the transaction ends, the same person records no
    /// other enquiry.
    /// </summary>
    public async Task<SubmittedEnquiry?> FindAsync(
        SubmitEnquiryInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        await db.AloneAsync($"enquiries of {actor.AccountId}", ct);
        var (since, day) = (clock.Now - Within, clock.DateOf(input.ReceivedAt ?? clock.Now));
        // A restricted case is closed to its writer too, who is told again what they were told then and no more.
        var recent = await (
            from e in db.Set<Enquiry>().AsNoTracking()
            join c in db.Set<Case>() on e.CaseId equals c.Id
            join h in db.Set<HistoryEntry>() on e.CaseId equals h.CaseId
            where e.CouncilId == input.CouncilId && e.ReceivedOn == day
            where e.IsOpen || e.State == EnquiryState.ReroutedConnected
            where h.Kind == "enquiry.received" && h.ActorId == actor.AccountId
            where h.RecordedAt >= since
            orderby h.RecordedAt descending
            select new
            {
                Enquiry = e,
                c.Reference,
                c.HouseholdId,
                c.Restricted,
            }
        )
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .ToListAsync(ct);
        if (recent.Count == 0)
            return null;
        var households = recent.ConvertAll(r => r.HouseholdId);
        var people = (
            await (
                from m in db.Set<Membership>()
                join p in db.Set<Person>().AsNoTracking() on m.PersonId equals p.Id
                where m.CouncilId == input.CouncilId && households.Contains(m.HouseholdId)
                where m.IsApplicant && m.To == null
                select new { m.HouseholdId, Person = p }
            ).ToListAsync(ct)
        ).ToLookup(p => p.HouseholdId, p => Who.Of(p.Person));
        var wanted = new[] { input.Applicant, input.Partner }
            .OfType<NewPerson>()
            .Select(Who.Of)
            .ToHashSet();
        // Another answer to what decides who may see it, or which road it takes, is another enquiry (R-ENQ-11…13).
        var first = recent.Find(r =>
            wanted.SetEquals(people[r.HouseholdId])
            && r.Enquiry.Connected == input.Connected
            && r.Enquiry.KnowsChild == input.KnowsChild
            && r.Enquiry.CurrentService == input.CurrentService
            && r.Enquiry.ChildrenPlaced == input.ChildrenPlaced
        );
        if (first is null)
            return null;
        var council = (await db.Set<Council>().FindAsync([input.CouncilId], ct))!;
        var due = await db.Set<Deadline>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(d => d.CaseId == first.Enquiry.CaseId)
            .Where(d => d.LineKey == DeadlineRules.FirstContact.Key)
            .Select(d => (DateOnly?)d.DueOn)
            .FirstOrDefaultAsync(ct);
        return new SubmittedEnquiry(
            first.Enquiry.CaseId,
            first.Enquiry.Id,
            first.Reference,
            due ?? day,
            council.TeamName,
            council.Telephone,
            council.OpeningHours,
            first.Restricted
        )
        {
            Already = true,
        };
    }

    /// <summary>Somebody as far as they are known by what they say of themselves.</summary>
    private sealed record Who(string Name, DateOnly? DateOfBirth, string? Email, string? Telephone)
    {
        public static Who Of(NewPerson who) =>
            Of(who.GivenName, who.FamilyName, who.DateOfBirth, who.Email, who.Telephone);

        public static Who Of(Person who) =>
            Of(who.GivenName, who.FamilyName, who.DateOfBirth, who.Email, who.Telephone);

        private static Who Of(
            string given,
            string family,
            DateOnly? born,
            string? email,
            string? telephone
        ) =>
            new(
                Person.Fold($"{given} {family}"),
                born,
                email?.Trim().ToLowerInvariant(),
                telephone is null ? null : PhoneField.Normalise(telephone) ?? telephone
            );
    }
}
