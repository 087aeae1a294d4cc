using System.Text;
using Foster.Web.Foundation.Web;
using Xunit;

namespace Foster.Tests.Operate;

/// <summary>Row 17: no cell of an export is taken for a formula, and numbers stay numbers.</summary>
public sealed class CsvTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44 151", "'+44 151")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("  =cmd", "'  =cmd")]
    [InlineData("＝1", "'＝1")]
    [InlineData("Zoë O'Neil", "Zoë O'Neil")]
    [InlineData("a, \"b\"", "\"a, \"\"b\"\"\"")]
    [InlineData("", "")]
    public void A_text_is_written_so_that_nothing_is_run(string text, string written) =>
        Assert.Equal($"Text\r\n{written}\r\n", Of(new Csv("Text").Row(text)));

    [Fact]
    public void Numbers_days_and_instants_stay_what_they_are() =>
        Assert.Equal(
            "A,B,C,D\r\n-5,2.50,2026-05-15,2026-05-15T09:00:00Z\r\n",
            Of(
                new Csv("A", "B", "C", "D").Row(
                    -5,
                    2.50m,
                    new DateOnly(2026, 5, 15),
                    new DateTime(2026, 5, 15, 9, 0, 0, DateTimeKind.Utc)
                )
            )
        );

    private static string Of(Csv csv)
    {
        var bytes = csv.ToBytes();
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        return Encoding.UTF8.GetString(bytes[3..]);
    }
}
