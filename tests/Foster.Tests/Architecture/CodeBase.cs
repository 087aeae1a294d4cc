using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Mono.Cecil;

namespace Foster.Tests.Architecture;

/// <summary>
/// An assembly as the rules see it: every type of the product with everything it names. What stands nested in a type,
/// written there or made by the compiler (lambdas, async methods, iterators), counts as the type's own.
/// </summary>
internal sealed class CodeBase
{
    private readonly Dictionary<string, Unit> byName;

    private CodeBase(IReadOnlyList<Unit> units)
    {
        Units = units;
        byName = units.ToDictionary(u => u.Definition.FullName);
    }

    public IReadOnlyList<Unit> Units { get; }

    public static CodeBase Product { get; } = Read(typeof(Program).Assembly.Location);

    /// <summary>This test assembly's breaches, in namespaces like the product's own.</summary>
    public static CodeBase Planted { get; } = Read(typeof(CodeBase).Assembly.Location);

    public Unit? Find(string fullName) => byName.GetValueOrDefault(fullName);

    private static CodeBase Read(string path)
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(path));
        foreach (var known in (Type[])[typeof(object), typeof(PageModel), typeof(DbContext)])
        {
            resolver.AddSearchDirectory(Path.GetDirectoryName(known.Assembly.Location));
        }

        var assembly = AssemblyDefinition.ReadAssembly(path, new() { AssemblyResolver = resolver });
        var views = Views(assembly);
        return new CodeBase([
            .. assembly
                .MainModule.Types.Select(type => new Unit(
                    type,
                    views.GetValueOrDefault(type.FullName) ?? type.Namespace
                ))
                .Where(unit => unit.Namespace == "Foster.Web" || unit.IsWithin("Foster.Web")),
        ]);
    }

    /// <summary>
    /// The home of each compiled view by the place of its file: without @namespace they all sit in one namespace of
    /// the compiler's.
    /// </summary>
    private static Dictionary<string, string> Views(AssemblyDefinition assembly) =>
        assembly
            .CustomAttributes.Where(a => a.AttributeType.Name == "RazorCompiledItemAttribute")
            .ToDictionary(
                a => ((TypeReference)a.ConstructorArguments[0].Value).FullName,
                a =>
                {
                    var path = (string)a.ConstructorArguments[2].Value;
                    var folder = path[..path.LastIndexOf('/')].Replace('/', '.');
                    return "Foster.Web" + folder;
                }
            );
}
