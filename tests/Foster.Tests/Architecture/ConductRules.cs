using Mono.Cecil;

namespace Foster.Tests.Architecture;

/// <summary>What may be done where. Each rule lists its breaches; none means that it holds.</summary>
internal static class ConductRules
{
    private const string Actor = "Foster.Web.Foundation.Actors.Actor";

    private static readonly string[] Shown =
    [
        "Microsoft.AspNetCore.Mvc.RazorPages.PageModel",
        "Microsoft.AspNetCore.Mvc.Razor.RazorPageBase",
        "Microsoft.AspNetCore.Mvc.ViewComponent",
        "Microsoft.AspNetCore.Razor.TagHelpers.TagHelper",
    ];

    private static readonly string[] Writing =
    [
        "Add",
        "Update",
        "Remove",
        "Attach",
        "Save",
        "BeginWrite",
        "BeginTransaction",
        "Execute",
    ];

    private static readonly (string Type, string Member)[] Clocks =
    [
        ("System.DateTime", "get_Now"),
        ("System.DateTime", "get_UtcNow"),
        ("System.DateTime", "get_Today"),
        ("System.DateTimeOffset", "get_Now"),
        ("System.DateTimeOffset", "get_UtcNow"),
        ("System.TimeProvider", "get_System"),
    ];

    /// <summary>4. Pages and views read; what changes data is an operation.</summary>
    public static IReadOnlyList<string> PagesDoNotWrite(CodeBase code) =>
        NamingRules.Breaches(
            code.Units.Where(u => u.Is(Shown)),
            (_, m) =>
                m.Member is { } member
                && Writing.Any(w => member.StartsWith(w, StringComparison.Ordinal))
                && IsContext(m.Type)
        );

    /// <summary>6. The machine's clock is read in the clock's room alone.</summary>
    public static IReadOnlyList<string> OnlyTheClockAsksTheMachine(CodeBase code) =>
        NamingRules.Breaches(
            code.Units.Where(u => !u.IsWithin("Foster.Web.Foundation.Clock")),
            (_, m) => Clocks.Contains((m.Type.FullName, m.Member ?? ""))
        );

    /// <summary>6. No HTML is written from data without being encoded.</summary>
    public static IReadOnlyList<string> NothingWritesRawHtml(CodeBase code) =>
        NamingRules.Breaches(
            code.Units,
            (_, m) => m.Member == "Raw" && m.IsWithin("Microsoft.AspNetCore.Mvc.Rendering")
        );

    /// <summary>6. Nobody waits for a task but by awaiting it.</summary>
    public static IReadOnlyList<string> NothingBlocks(CodeBase code) =>
        NamingRules.Breaches(code.Units, (_, m) => Blocks(m));

    /// <summary>9. Every operation is told who acts and can be called off.</summary>
    public static IReadOnlyList<string> OperationsTakeAnActor(CodeBase code) =>
        [
            .. from unit in code.Units
            where unit.IsOperation
            from run in unit.Definition.Methods
            where run.Name == "RunAsync" && run.IsPublic
            let takes = run.Parameters.Select(p => p.ParameterType.FullName).ToList()
            where
                !takes.Contains(Actor)
                || takes.LastOrDefault() != "System.Threading.CancellationToken"
            orderby unit.Name
            select $"{unit} runs without an actor or a cancellation token",
        ];

    /// <summary>
    /// 9. Every operation records history. One that does not save is a part of others, and each that calls it records.
    /// </summary>
    public static IReadOnlyList<string> OperationsRecordHistory(CodeBase code)
    {
        var operations = code.Units.Where(u => u.IsOperation).ToList();
        return
        [
            .. operations
                .Where(o => !Records(o) && !IsPart(o, code))
                .Select(o => $"{o} records no history")
                .Order(),
        ];
    }

    private static bool Records(Unit unit) =>
        unit.Mentions.Any(m => m.IsWithin("Foster.Web.Foundation.History"));

    private static bool IsPart(Unit operation, CodeBase code)
    {
        var saves = operation.Mentions.Any(m =>
            m.Member?.StartsWith("SaveChanges", StringComparison.Ordinal) == true
        );
        var callers = code
            .Units.Where(u =>
                u.Mentions.Any(m =>
                    m.Member == "RunAsync" && m.Type.FullName == operation.Definition.FullName
                )
            )
            .ToList();
        return !saves && callers.TrueForAll(Records);
    }

    private static bool Blocks(Mention m) =>
        (m.Type.FullName, m.Member) switch
        {
            ("System.Threading.Tasks.Task", "Wait" or "WaitAll" or "WaitAny") => true,
            (
                "System.Threading.Tasks.Task`1"
                    or "System.Threading.Tasks.ValueTask`1",
                "get_Result"
            ) => true,
            // An await becomes GetResult in the state machine that the compiler writes; the entry point waits for Main.
            (_, "GetResult") => m.IsWithin("System.Runtime.CompilerServices")
                && m.By is { } by
                && by.Name != "<Main>"
                && !by.DeclaringType.Interfaces.Any(i =>
                    i.InterfaceType.Name == "IAsyncStateMachine"
                ),
            _ => false,
        };

    private static bool IsContext(TypeReference type) =>
        type.FullName.StartsWith("Microsoft.EntityFrameworkCore.DbSet`1", StringComparison.Ordinal)
        || type.FullName
            is "Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions"
                or "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions"
                or "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions"
                or "Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade"
        || Unit.Ancestors(type).Contains("Microsoft.EntityFrameworkCore.DbContext");
}
