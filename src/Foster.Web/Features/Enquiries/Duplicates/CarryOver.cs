using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.Duplicates;

/// <summary>Takes what is known in one enquiry and not in the other over into it, each as a row of its own. The caller saves.</summary>
public sealed class CarryOver(FosterDb db, LondonClock clock)
{
    /// <summary>How much was carried over.</summary>
    public int Run(EnquiryMerge merge, EnquiryView from, EnquiryView to)
    {
        var facts = Facts(from, to).Where(f => f.Text.Length > 0).ToList();
        foreach (var fact in facts)
            db.Add(
                new CarriedFact
                {
                    CouncilId = merge.CouncilId,
                    CaseId = merge.KeptCaseId,
                    MergeId = merge.Id,
                    FromReference = merge.Reference,
                    Kind = fact.Kind,
                    At = fact.At,
                    By = fact.By,
                    Text =
                        fact.Text.Length > CarriedFact.LongestText
                            ? fact.Text[..CarriedFact.LongestText]
                            : fact.Text,
                }
            );
        return facts.Count;
    }

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
            }
        )
            if (!string.IsNullOrWhiteSpace(said) && said != known)
                yield return new(
                    CarriedKind.Note,
                    enquiry.ReceivedAt,
                    from.Name,
                    $"{label}: {said}"
                );
        if (from.Interest is { } interest)
            yield return new(CarriedKind.Interest, DayOf(interest.On), interest.By, Said(interest));
        foreach (var visit in from.Visits)
            yield return new(
                CarriedKind.Visit,
                visit.ScheduledFor,
                visit.AssessorName,
                Lines(
                    $"Visit on {BritishTime.Long(visit.ScheduledFor)}{(visit.CompletedOn is null ? ", not recorded as done" : "")}",
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
                ("Children elsewhere", interest.ChildrenElsewhere),
                ("Applied before", interest.EarlierApplications),
            }
                .Where(a => !string.IsNullOrWhiteSpace(a.Item2))
                .Select(a => $"{a.Item1}: {a.Item2}")
        );

    private DateTime DayOf(DateOnly on) => clock.FromLondon(on, TimeOnly.MinValue);

    private static string Lines(params string?[] lines) =>
        string.Join('\n', lines.Where(l => !string.IsNullOrWhiteSpace(l)));

    private sealed record Fact(CarriedKind Kind, DateTime At, string By, string Text);
}
