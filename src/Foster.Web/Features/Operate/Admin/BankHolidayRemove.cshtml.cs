using System.Globalization;
using Foster.Web.Features.Operate.Councils;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>Takes out a bank holiday that was entered by hand.</summary>
public sealed class BankHolidayRemoveModel : FormPage
{
    private static readonly TextField Reason = new("reason")
    {
        Label = "Why is it taken out?",
        MissingMessage = "Enter why it is taken out",
        Hint = "At least 20 characters. It stays in the history.",
        Max = 500,
        Rows = 3,
    };

    private readonly BankHolidayReads reads;
    private readonly RemoveBankHoliday remove;

    public BankHolidayRemoveModel(BankHolidayReads reads, RemoveBankHoliday remove)
    {
        (this.reads, this.remove) = (reads, remove);
        Form = new Form(Reason);
    }

    public HolidayLine Day { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string on, CancellationToken ct) =>
        await LoadAsync(on, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string on, CancellationToken ct) =>
        await LoadAsync(on, ct)
            ? await SendAsync(
                token => remove.RunAsync(new(Day.On, Form.Must(Reason)), Actor, token),
                BankHolidaysModel.Path,
                "The day is taken out of the calendar.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(string on, CancellationToken ct)
    {
        if (
            !DateOnly.TryParseExact(
                on,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            ) || await reads.FindAsync(day, ct) is not { } found
        )
            return false;
        Day = found;
        return true;
    }
}
