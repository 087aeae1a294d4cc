using System.Net;
using Foster.TestKit;
using Foster.Tests.Architecture;
using Foster.Tests.Hardening;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.History;

/// <summary>
/// Rule: a page that shows what is marked Special, Criminal, Confidential, Bank or Restricted declares it. Words are
/// planted in every such column, every page is opened by every role, and wherever a planted word is seen the access log
/// must say so (R-DP-12).
/// </summary>
public sealed class DeclaredTests(QuietSqliteHost host) : IClassFixture<QuietSqliteHost>
{
    private static readonly Dictionary<Privacy, AccessKind> Kinds = new()
    {
        [Privacy.Special] = AccessKind.Health,
        [Privacy.Criminal] = AccessKind.Criminal,
        [Privacy.Confidential] = AccessKind.Confidential,
        [Privacy.Bank] = AccessKind.Bank,
        [Privacy.Restricted] = AccessKind.Restricted,
    };

    /// <summary>What the database keeps for itself, and what holds keys of the program and no words.</summary>
    private static readonly string[] NotWords =
    [
        "OutboxMessage.Body",
        "JourneyDraft.Answers",
        "DataProtectionKey.Xml",
        "ReportRendition.Content",
    ];

    [Fact]
    public async Task Every_page_that_shows_such_data_declares_it()
    {
        var planted = await PlantAsync();
        var pages = await SitePage.AllAsync(host);
        var records = await Records.ReadAsync(host);
        var shown = new HashSet<(Guid Account, string Page, AccessKind Kind)>();
        foreach (
            var persona in (await Persona.OneOfEachRoleAsync(host)).Where(p => p.Role.IsStaff())
        )
        {
            using var visitor = await persona.VisitorAsync(host);
            foreach (var page in pages.Where(p => !p.IsPublic && p.IsFor(persona.Role)))
            foreach (
                var address in page.Ids.Count == 0
                    ? [page.Nowhere]
                    : records
                        .AddressesOf(page)
                        .Where(a => a.Leads.CouncilId == persona.CouncilId)
                        .Select(a => a.Address)
            )
            {
                var answer = await visitor.GetAsync(address);
                if (answer.Status != HttpStatusCode.OK)
                {
                    Assert.True((int)answer.Status < 500, $"{address}: {answer}");
                    continue;
                }

                foreach (var (privacy, kind) in Kinds)
                    if (answer.Body.Contains(Word(privacy), StringComparison.Ordinal))
                        shown.Add((persona.AccountId, page.Pattern, kind));
            }
        }

        var recorded = (
            await host.InScopeAsync(s =>
                s.GetRequiredService<FosterDb>()
                    .Set<AccessEntry>()
                    .IgnoreQueryFilters()
                    .Where(a => a.Act == AccessAct.View || a.Act == AccessAct.Export)
                    .Where(a => a.ActorId != null)
                    .Select(a => new
                    {
                        a.ActorId,
                        a.Page,
                        a.Kinds,
                    })
                    .Distinct()
                    .ToListAsync()
            )
        ).SelectMany(a => a.Kinds.Split(' ').Select(k => (a.ActorId!.Value, a.Page, Enum.Parse<AccessKind>(k)))).ToHashSet();
        Assert.True(planted > 10, "Hardly anything was planted.");
        Assert.True(shown.Count > 10, "Hardly anything planted was seen.");
        Rule.Holds(Undeclared(shown, recorded));
    }

    [Fact]
    public void A_page_that_shows_such_data_and_declares_nothing_is_seen()
    {
        var who = Guid.NewGuid();

        Assert.Equal(
            ["/staff/b shows Health data and records nothing of it"],
            Undeclared(
                [(who, "/staff/a", AccessKind.Criminal), (who, "/staff/b", AccessKind.Health)],
                [
                    (who, "/staff/a", AccessKind.Criminal),
                    (Guid.NewGuid(), "/staff/b", AccessKind.Health),
                ]
            )
        );
    }

    private static List<string> Undeclared(
        HashSet<(Guid Account, string Page, AccessKind Kind)> shown,
        HashSet<(Guid Account, string Page, AccessKind Kind)> recorded
    ) =>
        [
            .. shown
                .Except(recorded)
                .Select(s => $"{s.Page} shows {s.Kind} data and records nothing of it")
                .Distinct()
                .Order(),
        ];

    private static string Word(Privacy privacy) => $"zq{privacy.ToString().ToLowerInvariant()}zq";

    /// <summary>Puts the word of its mark into every column of free text, and into the history of every case.</summary>
    private Task<int> PlantAsync() =>
        host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            var council = await db.Set<Council>()
                .Where(c => c.Code == "HAR")
                .Select(c => c.Id)
                .SingleAsync();
            var actor = services.GetRequiredService<ActorSource>().System(council);
            var columns = db
                .Model.GetEntityTypes()
                .SelectMany(t => t.GetProperties())
                .Where(IsText)
                .ToList();
            foreach (var column in columns)
                await PlantAsync(db, column);
            await db.SaveChangesAsync();
            var history = services.GetRequiredService<CaseHistory>();
            foreach (
                var caseId in await db.Set<HistoryEntry>()
                    .Select(h => h.CaseId)
                    .Distinct()
                    .ToListAsync()
            )
                await history.WriteAsync(
                    actor,
                    caseId,
                    new HistoryNote("case.noted", Word(Privacy.Confidential)),
                    default
                );
            await db.SaveChangesAsync();
            return columns.Count;
        });

    private static async Task PlantAsync(FosterDb db, IReadOnlyProperty column)
    {
        var type = column.DeclaringType.ClrType;
        var rows =
            (IQueryable<object>)
                typeof(DbContext)
                    .GetMethod(nameof(DbContext.Set), [])!
                    .MakeGenericMethod(type)
                    .Invoke(db, null)!;
        var word = Word(PrivacyOf(column)!.Value);
        foreach (var row in await rows.ToListAsync())
            type.GetProperty(PropertyOf(column))!.SetValue(row, word);
    }

    /// <summary>Columns that hold somebody's words. Rows that are only ever added were written with theirs.</summary>
    private static bool IsText(IReadOnlyProperty column) =>
        column.DeclaringType.ClrType.GetProperty(PropertyOf(column))?.PropertyType == typeof(string)
        && PrivacyOf(column) is { } privacy
        && Kinds.ContainsKey(privacy)
        && column.GetValueConverter() is null
        && column.FindAnnotation(MapWords.SealedAnnotation) is null
        && column.DeclaringType.ClrType.Namespace?.StartsWith(
            "Foster.Web.Features",
            StringComparison.Ordinal
        ) == true
        && !typeof(IAppendOnly).IsAssignableFrom(column.DeclaringType.ClrType)
        && !column.DeclaringType.IsMappedToJson()
        && !NotWords.Contains($"{column.DeclaringType.ClrType.Name}.{PropertyOf(column)}");

    /// <summary>The property of the record; that of an encrypted column is not in the model itself.</summary>
    private static string PropertyOf(IReadOnlyProperty column) =>
        column.FindAnnotation(EncryptedModel.PropertyAnnotation)?.Value as string ?? column.Name;

    private static Privacy? PrivacyOf(IReadOnlyProperty column) =>
        Enum.TryParse<Privacy>(
            column.FindAnnotation(MapWords.PrivacyAnnotation)?.Value as string,
            out var privacy
        )
            ? privacy
            : null;
}
