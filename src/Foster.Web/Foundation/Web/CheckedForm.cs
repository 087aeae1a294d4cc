using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Foundation.Web;

// What an act would do can be shown before it is done: the same form, read and checked as for the act itself, with nothing
// stored; and back to the form with everything that was typed.
public abstract partial class FormPage
{
    /// <summary>Reads and checks the form and shows what would come of it, or everything against it.</summary>
    protected async Task<IActionResult> ShowFirstAsync<T>(
        Func<CancellationToken, Task<Result<T>>> look,
        Action<T> show,
        CancellationToken ct
    )
    {
        TakeUp();
        Form.Read(Request.Form, Today);
        if (!Form.Ok)
            return Page();
        var found = await look(ct);
        if (Form.Apply(found))
            show(found.Value);
        return Page();
    }

    /// <summary>Goes back to the form with everything that was typed.</summary>
    protected IActionResult Change()
    {
        TakeUp();
        Form.Take(Request.Form);
        return Page();
    }

    private void TakeUp() =>
        Keep(Request.Form[KeyField].ToString(), Request.Form[SeenField].ToString());
}
