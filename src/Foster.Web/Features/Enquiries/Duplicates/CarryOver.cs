using System.Globalization;
using Foster.Web.Features.Enquiries.LookUps;
using Foster.Web.Features.Enquiries.Packs;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Duplicates;

/// <summary>Takes what is known in one enquiry and not in the other over into it, each as a row of its own. The caller saves.</summary>
public sealed class CarryOver(FosterDb db, LookUpReads lookUps, LondonClock clock)
{
    /// <summary>How much was carried over.</summary>
    /// <param name="transfer">How a move from another service stands in the one that ends.</param>
    public async Task<int> AddAsync(
        EnquiryMerge merge,
        EnquiryView from,
        EnquiryView to,
        string? transfer,
        CancellationToken ct
    )
    {
        List<Fact> facts =
        [
            .. await EarlierAsync(from, ct),
            .. Facts(from, to),
            .. await LookedUpAsync(from, ct),
        ];
        if (transfer is not null)
            facts.Add(new(CarriedKind.Transfer, from.Enquiry.ReceivedAt, from.Name, transfer));
        foreach (var fact in facts.Where(f => f.Text.Length > 0))
        foreach (var part in LongText.Parts(fact.Text, CarriedFact.LongestText))
            db.Add(
                new CarriedFact
                {
                    CouncilId = merge.CouncilId,
                    CaseId = merge.KeptCaseId,
                    MergeId = merge.Id,
                    FromReference = fact.From ?? merge.Reference,
                    Kind = fact.Kind,
                    At = fact.At,
                    By = fact.By,
                    Text = part,
                }
            );
        return facts.Count(f => f.Text.Length > 0);
    }

    /// <summary>What was carried into the one that ends when others were merged into it.</summary>
    private async Task<IEnumerable<Fact>> EarlierAsync(EnquiryView from, CancellationToken ct) =>
        (
            await db.Set<CarriedFact>()
                .AsNoTracking()
                .Where(f => f.CaseId == from.Enquiry.CaseId)
                .OrderBy(f => f.Id)
                .ToListAsync(ct)
        ).Select(f => new Fact(f.Kind, f.At, f.By, f.Text, f.FromReference));

    private async Task<IEnumerable<Fact>> LookedUpAsync(EnquiryView from, CancellationToken ct) =>
        (await lookUps.OfCaseAsync(from.Enquiry.CaseId, ct)).Select(l => new Fact(
            CarriedKind.LookUp,
            DayOf(l.On),
            l.By,
            Lines(
                l.Told ? $"{LookUpWords.Of(l.Outcome)}, told to us" : LookUpWords.Of(l.Outcome),
                l.ClearedOn is { } cleared
                    ? $"The team manager let it go on: {l.ClearedBy}, {BritishDate.Long(cleared)}"
                    : null,
                l.Note
            )
        ));

    private IEnumerable<Fact> Facts(EnquiryView from, EnquiryView to)
    {
        var (enquiry, kept) = (from.Enquiry, to.Enquiry);
        foreach (var contact in from.Contacts)
            yield return new(
                CarriedKind.Contact,
                contact.At,
                contact.By,
                Lines(
                    $"{(contact.Reached ? "Spoke" : "Not reached")}, {EnquiryWords.Of(EnquiryWords.Methods, contact.Method).ToLowerInvariant()}: {contact.Outcome}",
                    contact.Note
                )
            );
        foreach (var fact in Ways(from, to))
            yield return fact;
        foreach (
            var (label, said, known) in new[]
            {
                ("When to call", enquiry.WhenToCall, kept.WhenToCall),
                ("Access and language needs", enquiry.AccessNeeds, kept.AccessNeeds),
                ("Household", enquiry.HouseholdSummary, kept.HouseholdSummary),
                ("Interested in", enquiry.Interests, kept.Interests),
                ("How they heard", enquiry.HowHeard, kept.HowHeard),
                (
                    "A child they know",
                    enquiry.KnowsChild ? "Yes" : "",
                    kept.KnowsChild ? "Yes" : ""
                ),
                ("Spare rooms", Number(enquiry.SpareRooms), Number(kept.SpareRooms)),
                ("Fosters for another service now", Service(enquiry), Service(kept)),
                // Both are restricted, or neither is.
                ("Connected with", Connection(enquiry), Connection(kept)),
                ("Information", Pack(enquiry), Pack(kept)),
            }
        )
            if (!string.IsNullOrWhiteSpace(said) && said != known)
                yield return new(
                    CarriedKind.Note,
                    enquiry.ReceivedAt,
                    from.Name,
                    $"{label}: {said}"
                );
        foreach (var person in CarriedPeople.Of(from.People, to.People))
            yield return new(CarriedKind.Person, enquiry.ReceivedAt, from.Name, person);
        if (from.Interest is { } interest)
            yield return new(
                CarriedKind.Interest,
                DayOf(interest.On),
                interest.OnBehalfOf is { } whom ? $"{interest.By} for {whom}" : interest.By,
                Said(interest)
            );
        foreach (var visit in from.Visits)
            yield return new(
                CarriedKind.Visit,
                visit.ScheduledFor,
                visit.AssessorName,
                Lines(
                    $"Visit on {BritishTime.Long(visit.ScheduledFor)}{(visit.CompletedOn is null ? ", not recorded as done" : "")}",
                    visit.Interpreter is { Length: > 0 } interpreter
                        ? $"Interpreter: {interpreter}"
                        : null,
                    Seen("Both partners there", visit.BothPartnersSeen),
                    Seen("Home seen", visit.AccommodationViewed),
                    Seen("Bedroom seen", visit.BedroomViewed),
                    visit.Note
                )
            );
    }

    /// <summary>How they can be reached, where that is not on record already.</summary>
    private static IEnumerable<Fact> Ways(EnquiryView from, EnquiryView to)
    {
        var at = from.Enquiry.ReceivedAt;
        var known = to.People.Where(p => p.IsApplicant).ToList();
        foreach (var person in from.People.Where(p => p.IsApplicant))
        {
            if (person.Telephone is { } telephone && !known.Exists(k => k.Telephone == telephone))
                yield return new(
                    CarriedKind.Telephone,
                    at,
                    person.FullName,
                    PhoneField.Pretty(telephone)
                );
            if (
                person.Email is { } email
                && !known.Exists(k => email.Equals(k.Email, StringComparison.OrdinalIgnoreCase))
            )
                yield return new(CarriedKind.Email, at, person.FullName, email);
        }
        if (from.Address is { } address && address != to.Address)
            yield return new(
                CarriedKind.Address,
                at,
                from.Name,
                string.Join(
                    ", ",
                    new[] { address.Lines, address.Town, address.Postcode }.Where(x =>
                        !string.IsNullOrEmpty(x)
                    )
                )
            );
    }

    private static string Said(ExpressionOfInterest interest) =>
        string.Join(
            '\n',
            new[]
            {
                ("Why they want to foster", interest.Motivation),
                ("Experience with children", interest.Experience),
                ("Work and time", interest.WorkAndTime),
                ("Home", interest.Home),
                ("Pets", interest.Pets),
                ("Smokes", YesOrNo(interest.Smokes)),
                ("Drives", YesOrNo(interest.Drives)),
                ("Children elsewhere", interest.ChildrenElsewhere),
                ("Applied before", interest.EarlierApplications),
            }
                .Where(a => !string.IsNullOrWhiteSpace(a.Item2))
                .Select(a => $"{a.Item1}: {a.Item2}")
        );

    private static string? YesOrNo(bool? answer) =>
        answer switch
        {
            true => "Yes",
            false => "No",
            _ => null,
        };

    private static string? Seen(string label, bool? answer) =>
        YesOrNo(answer) is { } said ? $"{label}: {said}" : null;

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Service(Enquiry enquiry) =>
        enquiry.CurrentService is { } service
            ? $"{service}, {(enquiry.ChildrenPlaced ? "with a child placed" : "no child placed")}"
            : null;

    private static string? Connection(Enquiry enquiry) =>
        enquiry.Connected ? enquiry.ConnectionWithWhom ?? "Not said with whom" : null;

    private static string? Pack(Enquiry enquiry) =>
        PackWords.Sent(enquiry.PackVersion, enquiry.InfoSentOn, enquiry.PackWay);

    private DateTime DayOf(DateOnly on) => clock.FromLondon(on, TimeOnly.MinValue);

    private static string Lines(params string?[] lines) =>
        string.Join('\n', lines.Where(l => !string.IsNullOrWhiteSpace(l)));

    /// <param name="From">Where it was said first; null for the enquiry that is merged.</param>
    private sealed record Fact(
        CarriedKind Kind,
        DateTime At,
        string By,
        string Text,
        string? From = null
    );
}
