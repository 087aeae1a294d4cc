using Foster.Web.Features.Operate.Jobs;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>A page on which an administrator does something about one job.</summary>
public abstract class JobFormPage(JobReads jobs) : FormPage
{
    protected static TextField Reason { get; } =
        new("reason")
        {
            Label = "Why?",
            Called = "Reason",
            Hint = "Other administrators read it. Name no applicant, carer or child.",
            MissingMessage = "Enter a reason",
            Rows = 3,
            Max = 1_000,
        };

    public JobView Job { get; private set; } = null!;

    public string Back => $"{JobsModel.Path}/{Job.Line.Key}";

    /// <summary>Why the page has no form now; null where it has.</summary>
    public abstract string? Blocked { get; }

    protected abstract string Done { get; }

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct) =>
        await LoadAsync(key, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken ct) =>
        await LoadAsync(key, ct) ? await SendAsync(ActAsync, Back, Done, ct) : NotFound();

    protected abstract Task<Result> ActAsync(CancellationToken ct);

    private async Task<bool> LoadAsync(string key, CancellationToken ct)
    {
        if (await jobs.OneAsync(key, Actor, ct) is not { } found)
            return false;
        Job = found;
        return true;
    }
}
