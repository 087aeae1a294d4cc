using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>A page on which an administrator does something about one member of staff.</summary>
public abstract class PersonFormPage(PeopleReads people) : FormPage
{
    public StaffPerson Person { get; private set; } = null!;

    public string Back => $"{PeopleModel.Path}/{Person.Line.Id}";

    /// <summary>Why the page has no form now; null where it has.</summary>
    public abstract string? Blocked { get; }

    protected abstract string Done { get; }

    /// <summary>Where it goes on when it is done.</summary>
    protected virtual string Onward => Back;

    public async Task<IActionResult> OnGetAsync(Guid accountId, CancellationToken ct)
    {
        if (!await LoadAsync(accountId, ct))
            return NotFound();
        if (Blocked is null)
            Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid accountId, CancellationToken ct) =>
        await LoadAsync(accountId, ct)
            ? await SendAsync(
                async token =>
                {
                    var result = await ActAsync(token);
                    return result.Ok
                        ? new Sent(Onward, Done)
                        : Result<Sent>.Refused(result.Refusals);
                },
                ct
            )
            : NotFound();

    /// <summary>What the form asks may depend on the person.</summary>
    protected virtual void Prepare() { }

    /// <summary>Puts what is on record into the form.</summary>
    protected virtual void Fill() { }

    protected abstract Task<Result> ActAsync(CancellationToken ct);

    private async Task<bool> LoadAsync(Guid accountId, CancellationToken ct)
    {
        if (await people.OneAsync(accountId, Actor, ct) is not { } found)
            return false;
        Person = found;
        Prepare();
        return true;
    }
}
