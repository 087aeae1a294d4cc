namespace Foster.Web.Features.Operate.Accounts;

/// <summary>A new e-mail address that its owner has yet to confirm. One at a time for an account.</summary>
public sealed class EmailChange
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string Address { get; init; }
    public required DateTime AskedAt { get; init; }
}
