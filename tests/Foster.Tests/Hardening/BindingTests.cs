using System.Reflection;
using Foster.Tests.Architecture;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Xunit;

namespace Foster.Tests.Hardening;

/// <summary>Row 10: what is posted never lands in a record by itself, so an extra field changes nothing.</summary>
public sealed class BindingTests
{
    private static readonly HashSet<Type> Mapped = Model();

    [Fact]
    public void No_page_binds_a_record() =>
        Rule.Holds([
            .. typeof(FosterDb)
                .Assembly.GetTypes()
                .Where(t => typeof(PageModel).IsAssignableFrom(t) && !t.IsAbstract)
                .SelectMany(Breaches),
        ]);

    [Fact]
    public void Pages_that_bind_a_record_are_seen()
    {
        Assert.Contains(typeof(Person), Mapped);
        Assert.NotEmpty(Breaches(typeof(PlantedProperty)));
        Assert.NotEmpty(Breaches(typeof(PlantedWhole)));
        Assert.NotEmpty(Breaches(typeof(PlantedParameter)));
        Assert.NotEmpty(Breaches(typeof(PlantedWithin)));
        Assert.NotEmpty(Breaches(typeof(PlantedList)));
        Assert.NotEmpty(Breaches(typeof(PlantedHeir)));
        Assert.Empty(Breaches(typeof(Innocent)));
    }

    private static IEnumerable<string> Breaches(Type page)
    {
        const BindingFlags all =
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.FlattenHierarchy;
        var whole = page.GetCustomAttribute<BindPropertiesAttribute>(true) is not null;
        var properties = page.GetProperties(all)
            .Where(p => whole || p.GetCustomAttribute<BindPropertyAttribute>() is not null)
            .Select(p => (p.Name, Type: p.PropertyType));
        var parameters = page.GetMethods(all)
            .Where(m => m.Name.StartsWith("On", StringComparison.Ordinal))
            .SelectMany(m => m.GetParameters())
            .Select(p => (Name: p.Name!, Type: p.ParameterType));
        return properties
            .Concat(parameters)
            .Where(b => Holds(b.Type, []))
            .Select(b => $"{page.FullName} binds a record by {b.Name}");
    }

    /// <summary>True when the type is a record, or anything within it is.</summary>
    private static bool Holds(Type type, HashSet<Type> seen)
    {
        if (Mapped.Contains(type))
        {
            return true;
        }

        if (!seen.Add(type))
        {
            return false;
        }

        var within = type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments();
        var own =
            type.Assembly == typeof(FosterDb).Assembly
            || type.Assembly == typeof(BindingTests).Assembly;
        return within.Any(t => Holds(t, seen))
            || (own && type.GetProperties().Any(p => Holds(p.PropertyType, seen)));
    }

    private static HashSet<Type> Model()
    {
        using var db = new SqliteDesign().CreateDbContext([]);
        return [.. db.Model.GetEntityTypes().Select(t => t.ClrType)];
    }

    private sealed class PlantedProperty : PageModel
    {
        [BindProperty]
        public Person? Who { get; set; }
    }

    [BindProperties]
    private sealed class PlantedWhole : PageModel
    {
        public Case? Opened { get; set; }
    }

    private sealed class PlantedParameter : PageModel
    {
        public void OnPostSave(Address at) => _ = at;
    }

    private sealed class Nested
    {
        public Membership? Of { get; set; }
    }

    private sealed class PlantedWithin : PageModel
    {
        [BindProperty]
        public Nested Input { get; set; } = new();
    }

    private sealed class PlantedList : PageModel
    {
        [BindProperty(SupportsGet = true)]
        public List<Letter> Letters { get; set; } = [];
    }

    private class PlantedParent : PageModel
    {
        [BindProperty]
        public Household? Home { get; set; }
    }

    private sealed class PlantedHeir : PlantedParent;

    private sealed class Innocent : PageModel
    {
        [BindProperty]
        public string? Name { get; set; }

        public Person? Shown { get; set; }

        public void OnGet(Guid caseId, CancellationToken ct) => _ = (caseId, ct);
    }
}
