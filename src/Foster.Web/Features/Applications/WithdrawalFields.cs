using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Applications;

/// <summary>The questions of a withdrawal, asked alike of applicants and of whoever writes it down for them.</summary>
internal static class WithdrawalFields
{
    public static ChoiceField<string> Reason { get; } =
        new("reason", [.. WithdrawalReasons.All.Select(r => new Option<string>(r.Code, r.Words))])
        {
            Label = "What is the main reason?",
            MissingMessage = "Select the main reason",
        };
}
