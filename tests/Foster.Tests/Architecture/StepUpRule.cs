using Foster.Web.Foundation.History;
using Mono.Cecil;

namespace Foster.Tests.Architecture;

/// <summary>
/// 12. What leaves the site as a file, gives rights, or shows what the police know or where money goes, asks afresh who
/// it is: by [FreshFactor], or by StepUp where the page knows only after looking.
/// </summary>
internal static class StepUpRule
{
    private const string Web = "Foster.Web.Foundation.";

    /// <summary>Pages that declare such data and show none of it, each with the reason.</summary>
    private static readonly Dictionary<string, string> ShowNone = new(StringComparer.Ordinal)
    {
        ["Foster.Web.Features.Assessment.Applicant.OwnChecksModel"] =
            "How far each check is, never a result.",
        ["Foster.Web.Features.Assessment.Staff.CheckActPage"] =
            "Takes what came back; what is on record is shown by the page of the check alone.",
    };

    /// <summary>Operations that give or take rights.</summary>
    private static readonly string[] GiveRights =
    [
        "ChangeRoles",
        "InvitePerson",
        "TakeUpInvitation",
        "EnableAccount",
        "DisableAccount",
        "AskFactorReset",
        "EndFactorReset",
        "NameHolders",
    ];

    public static IReadOnlyList<string> Breaches(CodeBase code) =>
        [
            .. from page in code.Units
            where page.Is("Microsoft.AspNetCore.Mvc.RazorPages.PageModel")
            where page.Definition is { IsAbstract: false }
            let why = Why(page)
            where why is not null && !AsksAfresh(page)
            select $"{page.Name} {why}",
        ];

    private static string? Why(Unit page)
    {
        var line = Line(page.Definition).ToList();
        if (
            line.Any(t => Kinds(t).Any(k => k is AccessKind.Criminal or AccessKind.Bank))
            && !line.Any(t => ShowNone.ContainsKey(t.FullName))
        )
            return "shows criminal or bank detail";
        if (
            !page.IsWithin($"Foster.Web.Features.{page.Feature}.Public")
            && page.Mentions.Any(m =>
                m.Member == "File" && m.Type.Name is "PageModel" or "ControllerBase"
            )
        )
            return "hands out a file";
        return page.Mentions.Any(m => m.Member == "RunAsync" && GiveRights.Contains(m.Type.Name))
            ? "gives rights"
            : null;
    }

    private static bool AsksAfresh(Unit page) =>
        page.Definition.CustomAttributes.Any(a =>
            a.AttributeType.FullName == Web + "Sessions.FreshFactorAttribute"
        )
        || page.Mentions.Any(m => m.Type.FullName == Web + "Web.StepUp" && m.Member == "AskAsync");

    private static IEnumerable<AccessKind> Kinds(TypeDefinition type) =>
        type
            .CustomAttributes.Where(a => a.AttributeType.FullName == Web + "Web.RecordsAttribute")
            .SelectMany(a => (CustomAttributeArgument[])a.ConstructorArguments[0].Value)
            .Select(a => (AccessKind)(int)a.Value);

    private static IEnumerable<TypeDefinition> Line(TypeDefinition? type)
    {
        for (; type is not null; type = type.BaseType?.Resolve())
            yield return type;
    }
}
