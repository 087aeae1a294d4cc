using Mono.Cecil;

namespace Foster.Tests.Architecture;

/// <summary>A name that a type uses, and in which of its methods.</summary>
/// <param name="Type">The outermost type that is named.</param>
/// <param name="Member">The method or field, when it is one.</param>
/// <param name="By">The method that names it; null in a declaration.</param>
internal sealed record Mention(TypeReference Type, string? Member, MethodDefinition? By)
{
    public string Namespace => Type.Namespace;

    public bool IsWithin(string space) => Unit.IsWithin(Namespace, space);

    public override string ToString() =>
        Member is null ? Type.FullName : $"{Type.FullName}.{Member}";
}

/// <summary>A type of the product, its home, and everything it names.</summary>
internal sealed class Unit
{
    private const string FeatureSpace = "Foster.Web.Features.";

    private readonly Lazy<IReadOnlyList<Mention>> mentions;

    public Unit(TypeDefinition definition, string home)
    {
        Definition = definition;
        Namespace = home;
        mentions = new(() => new MentionReader().Read(definition));
    }

    public TypeDefinition Definition { get; }

    public string Namespace { get; }

    public string Name => $"{Namespace}.{Definition.Name}";

    public IReadOnlyList<Mention> Mentions => mentions.Value;

    /// <summary>The feature it belongs to, such as Cases; null outside Features.</summary>
    public string? Feature => FeatureOf(Namespace);

    /// <summary>A class of a feature with RunAsync, unless a contract asked for that (a verb, a job).</summary>
    public bool IsOperation =>
        Feature is not null
        && Definition is { IsClass: true, IsAbstract: false }
        && Definition.Methods.Any(m =>
            m.Name == "RunAsync" && m is { IsPublic: true, IsStatic: false }
        )
        && !Definition.Interfaces.Any(i =>
            i.InterfaceType.Resolve()?.Methods.Any(m => m.Name == "RunAsync") == true
        );

    public static string? FeatureOf(string space) =>
        space.StartsWith(FeatureSpace, StringComparison.Ordinal)
            ? space[FeatureSpace.Length..].Split('.')[0]
            : null;

    public static bool IsWithin(string space, string of) =>
        space == of || space.StartsWith(of + ".", StringComparison.Ordinal);

    public bool IsWithin(string space) => IsWithin(Namespace, space);

    /// <summary>True when it descends from a class with this name, wherever that stands.</summary>
    public bool Is(params string[] bases) => Ancestors(Definition).Any(bases.Contains);

    public bool Implements(string contract) =>
        Definition.Interfaces.Any(i => i.InterfaceType.GetElementType().FullName == contract);

    public override string ToString() => Name;

    internal static IEnumerable<string> Ancestors(TypeReference? type)
    {
        while (type is not null)
        {
            yield return type.GetElementType().FullName;
            type = type.Resolve()?.BaseType;
        }
    }
}
