using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>A page that gives an enquiry to a member of staff.</summary>
public abstract class WorkerPage(EnquiryReads reads, StaffListReads staff) : EnquiryFormPage(reads)
{
    private ChoiceField<Guid>? worker;

    /// <summary>The role in which they get it.</summary>
    protected abstract Role As { get; }

    /// <summary>The question of the page, with nobody to choose from yet.</summary>
    protected abstract ChoiceField<Guid> Ask(IReadOnlyList<Option<Guid>> staff);

    /// <summary>Who has it now.</summary>
    protected abstract Guid? Now { get; }

    protected abstract Task<Result> GiveAsync(Guid caseId, Guid accountId, CancellationToken ct);

    /// <summary>What is said when it is done.</summary>
    /// <param name="name">Who has it now.</param>
    protected abstract string Given(string name);

    protected override Form Make() => new(worker!);

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        await ListAsync(ct);
        return await ShowAsync(caseId, ct, () => Form.Fill(worker!, Now));
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct)
    {
        await ListAsync(ct);
        return await ActAsync(
            caseId,
            token => GiveAsync(caseId, Form.Must(worker!), token),
            () => Given(worker!.Display(Form.Must(worker))),
            ct
        );
    }

    private async Task ListAsync(CancellationToken ct) =>
        worker = Ask([
            .. (await staff.InRoleAsync(Actor.CouncilId, As, ct)).Select(s => new Option<Guid>(
                s.AccountId,
                s.Name
            )),
        ]);
}
