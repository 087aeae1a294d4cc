using Foster.Web.Foundation.Journeys;
using Xunit;

namespace Foster.Tests.Journeys;

public class DateAndNumberFieldTests
{
    private static readonly DateField Born = new("dob")
    {
        Label = "Date of birth",
        MissingMessage = "Enter your date of birth",
        Latest = today => today.AddDays(-1),
        LatestMessage = "Date of birth must be in the past",
        Earliest = today => today.AddYears(-120),
    };

    [Theory]
    [InlineData("29", "2", "1984", "1984-02-29")]
    [InlineData("01", "01", "1990", "1990-01-01")]
    [InlineData("27", "March", "1984", "1984-03-27")]
    [InlineData("27", "mar", "1984", "1984-03-27")]
    [InlineData("27", "Sept.", "1984", "1984-09-27")]
    [InlineData(" 5 ", " jun ", " 2001 ", "2001-06-05")]
    [InlineData("٢٧", "٣", "١٩٨٤", "1984-03-27")]
    [InlineData("5", "3", "2026", "2026-03-05")]
    public void Real_dates_are_taken(string day, string month, string year, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), Date(day, month, year).Must(Born));

    [Theory]
    [InlineData("", "", "", "Enter your date of birth", "dob-day")]
    [InlineData("27", "", "1984", "Date of birth must include a month", "dob-month")]
    [InlineData("", "", "1984", "Date of birth must include a day and month", "dob-day")]
    [InlineData("27", "3", "", "Date of birth must include a year", "dob-year")]
    [InlineData("31", "2", "1984", "Date of birth must be a real date", "dob-day")]
    [InlineData("29", "2", "1900", "Date of birth must be a real date", "dob-day")]
    [InlineData("29", "2", "1985", "Date of birth must be a real date", "dob-day")]
    [InlineData("32", "1", "1985", "Date of birth must have a day from 1 to 31", "dob-day")]
    [InlineData("0", "1", "1985", "Date of birth must have a day from 1 to 31", "dob-day")]
    [InlineData("-1", "1", "1985", "Date of birth must have a day from 1 to 31", "dob-day")]
    [InlineData("x\0", "1", "1985", "Date of birth must have a day from 1 to 31", "dob-day")]
    [InlineData(
        "1",
        "13",
        "1985",
        "Date of birth must have a month from 1 to 12, or its name",
        "dob-month"
    )]
    [InlineData(
        "1",
        "ju",
        "1985",
        "Date of birth must have a month from 1 to 12, or its name",
        "dob-month"
    )]
    [InlineData(
        "1",
        "marchish",
        "1985",
        "Date of birth must have a month from 1 to 12, or its name",
        "dob-month"
    )]
    [InlineData(
        "1",
        "1",
        "84",
        "Date of birth must have 4 numbers in the year, like 1984",
        "dob-year"
    )]
    [InlineData(
        "1",
        "1",
        "19840",
        "Date of birth must have 4 numbers in the year, like 1984",
        "dob-year"
    )]
    [InlineData("1", "1", "0000", "Date of birth must have a year from 1900 to 2199", "dob-year")]
    [InlineData(
        "1",
        "1",
        "99999999999",
        "Date of birth must have a year from 1900 to 2199",
        "dob-year"
    )]
    [InlineData("6", "3", "2026", "Date of birth must be in the past", "dob-day")]
    [InlineData("5", "3", "1906", "Date of birth must be on or after 6 March 1906", "dob-day")]
    public void The_message_says_which_part_is_wrong(
        string day,
        string month,
        string year,
        string said,
        string input
    )
    {
        var error = Assert.Single(Date(day, month, year).Errors);

        Assert.Equal(said, error.Message);
        Assert.Equal(input, error.InputId);
    }

    [Fact]
    public void A_date_is_shown_in_words_and_filled_in_as_numbers()
    {
        var form = new Form(Born).Fill(Born, new DateOnly(2001, 6, 5));

        Assert.Equal(
            ("5", "6", "2001"),
            (form.Raw("dob-day"), form.Raw("dob-month"), form.Raw("dob-year"))
        );
        Assert.Equal("5 June 2001", form.SummaryRows().Single().Value);
    }

    [Theory]
    [InlineData("14:30", "14:30")]
    [InlineData("2.30pm", "14:30")]
    [InlineData("2:30 PM", "14:30")]
    [InlineData("2pm", "14:00")]
    [InlineData("9 a.m.", "09:00")]
    [InlineData("0900", "09:00")]
    [InlineData("12am", "00:00")]
    [InlineData("12:15pm", "12:15")]
    [InlineData("midday", "12:00")]
    [InlineData("Midnight", "00:00")]
    public void Times_are_taken_as_people_write_them(string typed, string expected)
    {
        var at = new TimeField("time");

        Assert.Equal(TimeOnly.Parse(expected), Typed.Into(at, typed).Must(at));
    }

    [Theory]
    [InlineData("25:00")]
    [InlineData("14:60")]
    [InlineData("13pm")]
    [InlineData("0am")]
    [InlineData("9")]
    [InlineData("soon")]
    public void What_is_no_time_is_refused(string typed) =>
        Assert.Equal(
            "Time must be a time, like 2:30pm or 14:30",
            Typed.ErrorOf(new TimeField("time"), typed)
        );

    [Theory]
    [InlineData(14, 30, "2:30pm")]
    [InlineData(9, 0, "9am")]
    [InlineData(0, 5, "12:05am")]
    public void Times_are_shown_as_people_write_them(int hour, int minute, string shown)
    {
        var at = new TimeField("time");

        Assert.Equal(shown, at.Display(new TimeOnly(hour, minute)));
        Assert.Equal(
            new TimeOnly(hour, minute),
            new Form(at).Fill(at, new TimeOnly(hour, minute)).Must(at)
        );
    }

    [Theory]
    [InlineData("3", null)]
    [InlineData("1,0", null)]
    [InlineData("0", "Bedrooms must be 1 or more")]
    [InlineData("-2", "Bedrooms must be 1 or more")]
    [InlineData("21", "Bedrooms must be 20 or fewer")]
    [InlineData("99999999999999999999", "Bedrooms must be a whole number")]
    [InlineData("99999999999", "Bedrooms must be 20 or fewer")]
    [InlineData("2.5", "Bedrooms must be a whole number")]
    [InlineData("three", "Bedrooms must be a number, like 3")]
    [InlineData("1e3", "Bedrooms must be a number, like 3")]
    [InlineData("", "Enter the bedrooms")]
    public void Numbers_are_whole_and_within_limits(string typed, string? said) =>
        Assert.Equal(said, Typed.ErrorOf(new NumberField("bedrooms") { Min = 1, Max = 20 }, typed));

    [Theory]
    [InlineData("250", 25000)]
    [InlineData("£1,234.56", 123456)]
    [InlineData(" 0.5 ", 50)]
    public void Money_is_whole_pence(string typed, long pence)
    {
        var cost = new MoneyField("cost");

        Assert.Equal(pence, Typed.Into(cost, typed).Must(cost));
        Assert.Equal(pence, new Form(cost).Fill(cost, pence).Must(cost));
    }

    [Theory]
    [InlineData("1.005", "Cost must have no more than 2 numbers after the point")]
    [InlineData("lots", "Cost must be an amount of money, like 250 or 250.75")]
    [InlineData("1e5", "Cost must be an amount of money, like 250 or 250.75")]
    [InlineData("-1", "Cost must be £0.00 or more")]
    [InlineData("500.01", "Cost must be £500.00 or less")]
    public void What_is_no_money_is_refused(string typed, string said) =>
        Assert.Equal(said, Typed.ErrorOf(new MoneyField("cost") { Max = 500_00 }, typed));

    private static Form Date(string day, string month, string year) =>
        Typed.Into([Born], ("dob-day", day), ("dob-month", month), ("dob-year", year));
}
