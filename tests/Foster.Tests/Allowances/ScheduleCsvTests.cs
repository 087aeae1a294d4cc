using System.Text;
using Foster.Web.Features.Allowances;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Xunit;

namespace Foster.Tests.Allowances;

/// <summary>Rates as a file: whole or not at all.</summary>
public sealed class ScheduleCsvTests
{
    [Fact]
    public void Three_bad_rows_are_named_with_their_numbers_and_reasons_and_nothing_is_taken()
    {
        var read = Read(
            """
            Kind,Name,Pounds a week
            allowance,0-2,170
            allowance,3-4,a lot
            allowance,5-10,194
            bonus,11-15,220

            allowance,16-18,258
            fee,Level 1,75
            """
        );

        Assert.Equal(
            [
                "Row 3: “a lot” is no amount of pounds, like 194 or 194.50",
                "Row 5: Kind must be allowance or fee",
                "Row 7: “16-18” is no band of ages: use 0-2, 3-4, 5-10, 11-15 or 16-17",
            ],
            read.Refusals.Select(r => r.Reason)
        );
        Assert.All(read.Refusals, r => Assert.Equal("file", r.Field));
    }

    [Fact]
    public void What_is_written_is_read_again_and_no_name_becomes_a_formula()
    {
        var card = new RateCard(
            NationalMinimum.Shipped.For(new TaxYear(2025), Region.London)!.Rates,
            [
                new FeeLevel("=1+1", new Money(75_50)),
                new FeeLevel("Level \"two\", new", Money.Pounds(1_150)),
            ]
        );
        var csv = new Csv(ScheduleCsv.Columns);
        foreach (var (kind, name, pounds) in ScheduleCsv.Rows(card))
            csv.Row(kind, name, pounds);

        var text = Encoding.UTF8.GetString(csv.ToBytes());
        Assert.Contains("fee,'=1+1,75.5", text);
        var read = ScheduleCsv.Read(csv.ToBytes());

        Assert.True(read.Ok, read.Reasons);
        Assert.Equal(card.Allowances, read.Value.Allowances);
        Assert.Equal(card.Levels, read.Value.Levels);
    }

    [Theory]
    [InlineData("", "Select a CSV file")]
    [InlineData("Name,Kind\nx,y", "Missing: Pounds a week")]
    [InlineData("Kind,Name,Pounds a week\nallowance,0-2,1", "no row with the allowance for 3-4")]
    [InlineData("Kind,Name,Pounds a week\nallowance,0-2,-1", "Row 2: the amount must be from £0")]
    [InlineData("Kind,Name,Pounds a week\nallowance,0-2,0", "Row 2: an allowance is more than £0")]
    [InlineData("Kind,Name,Pounds a week\nfee,,5", "Row 2: the level needs a name")]
    [InlineData("Kind,Name,Pounds a week\nfee,A,5\nfee,a,6", "Row 3: there is a level called a")]
    public void A_file_that_says_too_little_is_refused(string content, string said) =>
        Assert.Contains(said, Read(content).Reasons);

    [Fact]
    public void Columns_may_stand_in_any_order_and_other_ones_beside_them()
    {
        var read = Read(
            "Pounds a week;Kind;Name;Note".Replace(';', ',')
                + "\r\n"
                + string.Join(
                    "\r\n",
                    new[] { "0–2", "3 - 4", "5-10", "11-15", "16-17" }.Select(
                        (b, i) => $"\"£1,{i}00.50\",Allowance,{b},\"two\r\nlines\""
                    )
                )
        );

        Assert.True(read.Ok, read.Reasons);
        Assert.Equal(new Money(1_400_50), read.Value.Allowances[AgeBand.From16To17]);
        Assert.Empty(read.Value.Levels);
    }

    /// <summary>A spreadsheet may write semicolons or tabs, the mark of UTF-8, or the letters of Windows.</summary>
    [Theory]
    [InlineData(';', true)]
    [InlineData('\t', false)]
    [InlineData(',', true)]
    public void Whatever_a_spreadsheet_separates_by_is_read(char separator, bool mark)
    {
        var lines = new[] { "Kind,Name,Pounds a week" }.Concat(
            new[] { "0-2", "3-4", "5-10", "11-15", "16-17" }.Select(b => $"Allowance,{b},200")
        );
        var text = string.Join("\n", lines).Replace(',', separator);
        byte[] content =
        [
            .. mark ? System.Text.Encoding.UTF8.GetPreamble() : [],
            .. System.Text.Encoding.UTF8.GetBytes(text),
            .. "\nFee"u8,
            (byte)separator,
            .. "Caf"u8,
            .. mark ? "é"u8.ToArray() : [0xE9],
            (byte)separator,
            .. "50"u8,
        ];

        var read = ScheduleCsv.Read(content);

        Assert.True(read.Ok, read.Reasons);
        Assert.Equal("Café", Assert.Single(read.Value.Levels).Name);
    }

    [Fact]
    public void What_is_no_text_or_too_large_is_refused()
    {
        Assert.Contains("is no text", ScheduleCsv.Read([0x4B, 0x00, 0xFF]).Reasons);
        Assert.Contains(
            "64 KB or smaller",
            ScheduleCsv.Read(new byte[RateFile.MaxBytes + 1]).Reasons
        );
    }

    private static Result<ScheduleRows> Read(string text) =>
        ScheduleCsv.Read(Encoding.UTF8.GetBytes(text));
}
