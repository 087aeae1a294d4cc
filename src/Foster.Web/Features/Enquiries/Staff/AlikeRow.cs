using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>One fact of two enquiries.</summary>
public sealed record AlikeRow(string Label, string One, string Other)
{
    private const string NotKnown = "Not known";

    public bool Same =>
        One != NotKnown && string.Equals(One, Other, StringComparison.OrdinalIgnoreCase);

    public static IReadOnlyList<AlikeRow> Of(EnquiryView one, EnquiryView other)
    {
        return
        [
            Row("Name", v => v.Name),
            Row(
                "Date of birth",
                v => All(v, p => p.DateOfBirth is { } b ? BritishDate.Long(b) : null)
            ),
            Row("Telephone", v => All(v, p => p.Telephone is { } t ? PhoneField.Pretty(t) : null)),
            Row("Email", v => All(v, p => p.Email)),
            Row(
                "Address",
                v =>
                    v.Address is { } a
                        ? string.Join(
                            "\n",
                            new[] { a.Lines, a.Town, a.Postcode }.Where(x => x is { Length: > 0 })
                        )
                        : null
            ),
            Row("Household", v => v.Enquiry.HouseholdSummary),
            Row("Received", v => BritishTime.Long(v.Enquiry.ReceivedAt)),
            Row("How it came", v => ChannelWords.Of(v.Enquiry.Channel)),
            Row("Stage", v => EnquiryMachine.Title(v.Enquiry.State)),
            Row(
                "Next date",
                v => v.NextDue is { } due ? $"{due.Title}: {BritishDate.Long(due.DueOn)}" : null
            ),
            Row(
                "Contacts",
                v =>
                    v.Contacts.Count == 0
                        ? "None yet"
                        : $"{v.Contacts.Count}, the last on {BritishDate.Long(v.Contacts[0].On)}"
            ),
            Row("Assessor", v => v.Assessor?.Name),
        ];

        AlikeRow Row(string label, Func<EnquiryView, string?> of) =>
            new(label, Said(of(one)), Said(of(other)));

        static string Said(string? words) => string.IsNullOrWhiteSpace(words) ? NotKnown : words;
    }

    private static string? All(EnquiryView view, Func<CasePerson, string?> of) =>
        string.Join(
            "\n",
            view.People.Where(p => p.IsApplicant).Select(of).Where(x => x is { Length: > 0 })
        );
}
