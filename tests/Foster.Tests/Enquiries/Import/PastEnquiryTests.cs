using System.Text;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Import;
using Foster.Web.Foundation.Web;
using Xunit;

namespace Foster.Tests.Enquiries.Import;

/// <summary>What a row of a file says, and how a file can be read.</summary>
public sealed class PastEnquiryTests
{
    private static readonly DateOnly Today = new(2026, 5, 15);

    private static readonly ImportColumn[] Order =
    [
        ImportColumn.FirstName,
        ImportColumn.FamilyName,
        ImportColumn.ReceivedOn,
        ImportColumn.Telephone,
        ImportColumn.Stage,
        ImportColumn.ClosedOn,
        ImportColumn.DateOfBirth,
        ImportColumn.Postcode,
        ImportColumn.Address,
        ImportColumn.Town,
        ImportColumn.Note,
        ImportColumn.Connected,
    ];

    [Theory]
    [InlineData("|||CH41 1AA|1 Example Road|Exampleton|Rang twice", "Rang twice", true)]
    [InlineData(
        "||||1 Example Road|Exampleton|Rang twice",
        "Address: 1 Example Road, Exampleton\nRang twice",
        false
    )]
    [InlineData("|||||Exampleton|", "Address: Exampleton", false)]
    [InlineData("||||||Rang twice", "Rang twice", false)]
    public void An_address_without_a_postcode_is_kept_in_words(
        string rest,
        string note,
        bool onRecord
    )
    {
        var (enquiry, wrong) = Read("Zoë|Müller|31/01/2024||" + rest);

        Assert.True(enquiry is not null, string.Join("; ", wrong));
        Assert.Equal((note, onRecord), (enquiry.Note, enquiry.Address is not null));
    }

    [Theory]
    [InlineData("Zoë|Müller|31/01/2024||||", EnquiryState.NoContact, "2024-01-31")]
    [InlineData(
        "Zoë|Müller|2024-01-31T10:15:00||Withdrawn|1 Feb 2024|",
        EnquiryState.Withdrawn,
        "2024-02-01"
    )]
    [InlineData(
        "'=Zoë|Müller|1.2.2024|'+44 1514 960901|DECLINED|2/2/2024|29/2/1984|ch411aa",
        EnquiryState.Declined,
        "2024-02-02"
    )]
    [InlineData("Zoë|Müller|31/01/2024|0151 496 0901|open|||||||no", EnquiryState.Received, null)]
    public void A_row_is_read_as_people_write(string row, EnquiryState state, string? closed)
    {
        var (enquiry, wrong) = Read(row);

        Assert.True(enquiry is not null, string.Join("; ", wrong));
        Assert.Equal(
            (state, closed is null ? null : (DateOnly?)DateOnly.Parse(closed)),
            (enquiry.State, enquiry.ClosedOn)
        );
    }

    [Theory]
    [InlineData("|Müller|31/01/2024", "the first name is missing")]
    [InlineData("Zoë||", "the family name is missing; the day it was received is missing")]
    [InlineData(
        "Zoë|Müller|01/31/2024",
        "the day it was received is no date like 31/01/2024: “01/31/2024”"
    )]
    [InlineData(
        "Zoë|Müller|29/2/2023",
        "the day it was received is no date like 31/01/2024: “29/2/2023”"
    )]
    [InlineData(
        "Zoë|Müller|1/1/24",
        "the day it was received is no date like 31/01/2024: “1/1/24”"
    )]
    [InlineData("Zoë|Müller|16/5/2026", "the day it was received is still to come")]
    [InlineData("Zoë|Müller|1/1/2024|12", "“12” is no telephone number")]
    [InlineData(
        "Zoë|Müller|1/1/2024||approved",
        "“approved” is not known here: write open, withdrawn, declined, duplicate or no contact"
    )]
    [InlineData(
        "Zoë|Müller|1/1/2024||withdrawn|31/12/2023",
        "it was closed before it was received"
    )]
    [InlineData(
        "Zoë|Müller|1/1/2024||open|||||||No",
        "an open enquiry needs a telephone number or an email address"
    )]
    [InlineData(
        "Zoë|Müller|1/1/2024|0151 496 0901|open|||||||",
        "an open enquiry needs an answer in “Connected with staff or councillors” (R-ENQ-13)"
    )]
    [InlineData(
        "Zoë|Müller|1/1/2024|0151 496 0901|open||1/1/2010|||||no",
        "nobody under 18 can enquire (R-ELIG-01)"
    )]
    [InlineData("Zoë|Müller|1/1/2024||||1/1/1984|CH41", "“CH41” is no UK postcode")]
    [InlineData(
        "Z\u0007oë|Müller|1/1/2024",
        "the first name is longer than 100 characters, or holds a line break or another sign that cannot be stored"
    )]
    public void A_row_that_is_wrong_says_everything_that_is_wrong(string row, string said)
    {
        var (enquiry, wrong) = Read(row);

        Assert.Null(enquiry);
        Assert.Equal(said, string.Join("; ", wrong));
    }

    [Fact]
    public void The_same_enquiry_has_the_same_key_in_every_file()
    {
        var one = Read("Zoë|Müller|31/01/2024||||29/2/1984|CH41 1AA").Enquiry!;
        var other = Read("ZOE|Muller|2024-01-31||withdrawn||29/2/1984|ch411aa").Enquiry!;
        var later = Read("Zoë|Müller|1/2/2024||||29/2/1984|CH41 1AA").Enquiry!;

        Assert.True(Same(one, other));
        Assert.False(Same(one, later));
        Assert.True(Same(one with { Reference = "A 1" }, later with { Reference = "a 1" }));
        Assert.True(Same(one with { Reference = "A 1" }, other));
        Assert.False(Same(one with { Reference = "A 1" }, other with { Reference = "A 2" }));

        static bool Same(PastEnquiry one, PastEnquiry other)
        {
            var digests = new RowDigests("a secret");
            return digests.Of(one).IsSameAs(digests.Of(other));
        }
    }

    [Fact]
    public void Without_the_secret_of_the_council_nobody_makes_the_digests_again()
    {
        var row = Read("Zoë|Müller|31/01/2024||||29/2/1984|CH41 1AA").Enquiry! with
        {
            Reference = "A1",
        };
        var (here, there) = (new RowDigests("here").Of(row), new RowDigests("there").Of(row));

        Assert.NotEqual(here.Reference, there.Reference);
        Assert.NotEqual(here.Person, there.Person);
        Assert.All(
            here.Details.Split(' ').Zip(there.Details.Split(' ')),
            d => Assert.True(d.First != d.Second || d.First == "-")
        );
    }

    [Theory]
    [InlineData("utf-8", ",", "UTF-8")]
    [InlineData("utf-8-mark", ";", "UTF-8")]
    [InlineData("windows", ";", "Windows-1252")]
    [InlineData("utf-8", "\t", "UTF-8")]
    public void A_file_is_read_in_its_letters_and_by_its_separator(
        string letters,
        string separator,
        string said
    )
    {
        var text = $"First name{separator}Note\r\nZoë{separator}\"a{separator} \"\"b\"\"\nc\"\r\n";
        byte[] content = letters switch
        {
            "windows" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
            "utf-8-mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            _ => Encoding.UTF8.GetBytes(text),
        };

        var table = CsvText.Read(content).Value;

        Assert.Equal((said, separator[0]), (table.Letters, table.Separator));
        Assert.Equal(["First name", "Note"], table.Rows[0].Cells);
        Assert.Equal(["Zoë", $"a{separator} \"b\"\nc"], table.Rows[1].Cells);
    }

    [Fact]
    public void A_file_that_cannot_be_read_says_why()
    {
        Assert.Contains("row 2", CsvText.Read("a,b\n\"c,d\ne,f\n"u8).Reasons);
        Assert.Contains("no text", CsvText.Read([0x50, 0x4B, 0x03, 0x00]).Reasons);
    }

    [Fact]
    public void Columns_are_guessed_by_their_headings()
    {
        string[] headings = ["Enquiry_ID", "Surname", "FIRST NAME", "DOB", "Date received", "X"];

        Assert.Equal([2, 1, 4, 0, 3], ImportField.All.Select(f => f.Guess(headings)).OfType<int>());
    }

    private static (PastEnquiry? Enquiry, IReadOnlyList<string> Wrong) Read(string row) =>
        new PastEnquiryRow(
            Order.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i),
            Today
        ).Read(row.Split('|'));
}
