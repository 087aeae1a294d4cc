namespace Foster.Web.Features.Enquiries;

/// <summary>Says when somebody who enquired has booked to be called, which Events keeps (M-HUB-11).</summary>
public interface IBookedCalls
{
    /// <summary>The next call that was booked with this address, in words; null where none is to come.</summary>
    Task<string?> NextAsync(Guid caseId, string email, CancellationToken ct);
}
