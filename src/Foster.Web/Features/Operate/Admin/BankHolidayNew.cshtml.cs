using Foster.Web.Features.Operate.Councils;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>Enters a bank holiday that was announced.</summary>
public sealed class BankHolidayNewModel : FormPage
{
    private static readonly DateField On = new("on")
    {
        Label = "Which day is it?",
        Called = "Day",
        MissingMessage = "Enter the day",
    };

    private static readonly TextField Name = new("name")
    {
        Label = "Name of the day",
        MissingMessage = "Enter the name of the day",
        Hint = "As it was announced, such as Bank holiday for the coronation",
        Max = AddBankHoliday.MaxName,
    };

    private static readonly TextField Announced = new("announced")
    {
        Label = "Where was it announced?",
        MissingMessage = "Enter where it was announced",
        Hint = "Such as the London Gazette of 6 November 2026, or gov.uk/bank-holidays",
        Max = 200,
    };

    private readonly AddBankHoliday add;

    public BankHolidayNewModel(AddBankHoliday add)
    {
        this.add = add;
        Form = new Form(On, Name, Announced);
    }

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        SendAsync(
            token =>
                add.RunAsync(
                    new(Form.Must(On), Form.Must(Name), Form.Must(Announced)),
                    Actor,
                    token
                ),
            BankHolidaysModel.Path,
            "The day is in the calendar. Dates that are set from now on leave it out.",
            ct
        );
}
