using System.Collections;
using System.Globalization;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Foster.Web.Features.Records;

/// <summary>A stored row as it would stand in a copy.</summary>
public sealed record StoredRow(
    string Table,
    Guid Id,
    AccessItemKind Kind,
    IReadOnlyList<(string Name, string Value)> Values
);

/// <summary>
/// Gathers everything that is stored about a case and its people by the marks of its columns, so that a new table is in
/// the next copy without anybody thinking of it.
/// </summary>
public sealed class StoredRows(FosterDb db, HistoryWords words)
{
    /// <summary>Tables that hold nothing about anybody but keys, or that are about the copy itself.</summary>
    private static readonly HashSet<string> Left = new(StringComparer.Ordinal)
    {
        "LinkTokens",
        "SubjectAccesses",
        "SubjectAccessItems",
        "RecordHolds",
    };

    /// <summary>About third parties, whomever of the case they were named by.</summary>
    private static readonly HashSet<string> ThirdParties = new(StringComparer.Ordinal)
    {
        "Referees",
        "RefereeInterviews",
        "ReferenceAnswers",
    };

    private static readonly HashSet<string> Technical = new(StringComparer.Ordinal)
    {
        nameof(IVersioned.Version),
        "SearchName",
        "Body",
        "PasswordHash",
        "SecurityStamp",
        "ConcurrencyStamp",
        "NormalizedUserName",
        "NormalizedEmail",
        "KeyHash",
        "ContentKey",
        "Digest",
        "InFolder",
        "Parts",
    };

    /// <summary>What is kept of somebody's account, apart from its secrets.</summary>
    private static readonly HashSet<string> OfAccount = new(StringComparer.Ordinal)
    {
        "Accounts",
        "Sessions",
    };

    /// <param name="only">Only these tables; all where it is left out.</param>
    public async Task<IReadOnlyList<StoredRow>> OfAsync(
        Guid caseId,
        Guid personId,
        CancellationToken ct,
        IReadOnlySet<string>? only = null
    )
    {
        var rows = new List<StoredRow>();
        foreach (
            var type in db
                .Model.GetEntityTypes()
                .Where(Gathered)
                .Where(t => only is null || only.Contains(t.GetTableName()!))
                .OrderBy(t => t.GetTableName(), StringComparer.Ordinal)
        )
        foreach (var row in await RowsAsync(type, caseId, personId, ct))
            rows.Add(Told(type, row, personId));
        if (only is null || only.Contains("History"))
            rows.AddRange(await HistoryAsync(caseId, personId, ct));
        return rows;
    }

    private static bool Gathered(IEntityType type) =>
        type.FindPrimaryKey() is { Properties: [{ Name: "Id" } key] }
        && key.ClrType == typeof(Guid)
        && !Left.Contains(type.GetTableName()!)
        && RetentionPlan.For(type) is { Fate: Fate.Goes } rule
        && (
            OfAccount.Contains(type.GetTableName()!)
            || rule.Keys.Any(k => k.Owner is Owner.Case or Owner.Person)
        );

    private async Task<List<object>> RowsAsync(
        IEntityType type,
        Guid caseId,
        Guid personId,
        CancellationToken ct
    )
    {
        var rule = RetentionPlan.For(type)!;
        var ofAccount = OfAccount.Contains(type.GetTableName()!);
        var key = rule.Keys.First(k =>
            ofAccount ? k.Owner == Owner.Account : k.Owner is Owner.Case or Owner.Person
        );
        var account = ofAccount
            ? await db.Set<AccountLink>()
                .Where(l => l.PersonId == personId)
                .Select(l => (Guid?)l.AccountId)
                .FirstOrDefaultAsync(ct)
            : null;
        var id =
            ofAccount ? account ?? Guid.Empty
            : key.Owner == Owner.Case ? caseId
            : personId;
        return await (Task<List<object>>)
            GetType()
                .GetMethod(
                    nameof(ReadAsync),
                    System.Reflection.BindingFlags.NonPublic
                        | System.Reflection.BindingFlags.Instance
                )!
                .MakeGenericMethod(type.ClrType)
                .Invoke(this, [key.Column, id, ct])!;
    }

    private async Task<List<object>> ReadAsync<T>(string column, Guid id, CancellationToken ct)
        where T : class =>
        [
            .. await db.Set<T>()
                .AsNoTracking()
                .Where(r => EF.Property<Guid?>(r, column) == id)
                .OrderBy(r => EF.Property<Guid>(r, "Id"))
                .ToListAsync(ct),
        ];

    private static StoredRow Told(IEntityType type, object row, Guid personId)
    {
        var table = type.GetTableName()!;
        var clr = type.ClrType;
        var owner = row is Person person
            ? person.Id
            : clr.GetProperty("PersonId")?.GetValue(row) as Guid?;
        if (OfAccount.Contains(table))
            owner = personId;
        var marked = type.GetProperties()
            .Where(p => !Technical.Contains(NameOf(p)) && HasValue(ValueOf(p, row)))
            .Select(p => p.FindAnnotation(MapWords.PrivacyAnnotation)?.Value as string)
            .ToHashSet();
        var kind =
            ThirdParties.Contains(table)
            || marked.Contains(nameof(Privacy.Confidential))
            || marked.Contains(nameof(Privacy.Restricted))
                ? AccessItemKind.Confidential
            : owner is { } id
                ? id == personId ? AccessItemKind.Own
                    : AccessItemKind.Others
            : marked.Overlaps([
                nameof(Privacy.Personal),
                nameof(Privacy.Special),
                nameof(Privacy.Criminal),
                nameof(Privacy.Bank),
            ])
                ? AccessItemKind.Shared
            : AccessItemKind.Own;
        return new StoredRow(
            table,
            (Guid)clr.GetProperty("Id")!.GetValue(row)!,
            kind,
            [
                .. type.GetProperties()
                    .Where(p => !Technical.Contains(NameOf(p)))
                    .Select(p => (RecordsWords.Table(NameOf(p)), Written(ValueOf(p, row))))
                    .Where(v => v.Item2.Length > 0),
            ]
        );
    }

    /// <summary>What is said to the person is theirs; what staff wrote for staff is looked at first.</summary>
    private async Task<IReadOnlyList<StoredRow>> HistoryAsync(
        Guid caseId,
        Guid personId,
        CancellationToken ct
    )
    {
        var entries = await db.Set<HistoryEntry>()
            .AsNoTracking()
            .Include(h => h.Body)
            .Where(h => h.CaseId == caseId)
            .OrderBy(h => h.RecordedAt)
            .ThenBy(h => h.Id)
            .ToListAsync(ct);
        return
        [
            .. from h in entries
            let said = words.Open(h.Id, h.Body?.Content)
            select new StoredRow(
                "History",
                h.Id,
                h.PersonId is { } whom && whom != personId ? AccessItemKind.Others
                    : h.IsTold && said.Reason is null ? AccessItemKind.Own
                    : AccessItemKind.Confidential,
                [
                    .. new (string, string)[]
                    {
                        ("Day", BritishDate.Long(h.OccurredOn)),
                        ("What", said.Title),
                        ("Reason", said.Reason ?? ""),
                        ("By", said.By ?? h.ActorName),
                    }.Where(v => v.Item2.Length > 0),
                ]
            ),
        ];
    }

    /// <summary>An encrypted column is told by the property that it stands for.</summary>
    private static string NameOf(IProperty property) =>
        property.FindAnnotation(EncryptedModel.PropertyAnnotation)?.Value as string
        ?? property.Name;

    private static object? ValueOf(IProperty property, object row) =>
        property.DeclaringType.ClrType.GetProperty(NameOf(property))?.GetValue(row);

    private static bool HasValue(object? value) => Written(value).Length > 0;

    private static string Written(object? value) =>
        value switch
        {
            // A day that is never reached stands for none.
            null or Guid or byte[] or DateOnly { Year: 9999 } => "",
            string text => KeptAnswers.InWords(text),
            DateOnly day => BritishDate.Long(day),
            DateTime at => BritishTime.Long(at),
            bool yes => yes ? "Yes" : "No",
            Enum word => RecordsWords.Table(word.ToString()),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            IEnumerable list => string.Join("\n", list.Cast<object?>()),
            _ => value.ToString() ?? "",
        };
}
