using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Foster.Tests.Architecture;

/// <summary>Collects every name in a type: declarations, attributes, bodies, generic arguments, nested types.</summary>
internal sealed class MentionReader
{
    private readonly HashSet<(string Type, string? Member, MethodDefinition? By)> seen = [];
    private readonly List<Mention> mentions = [];

    public IReadOnlyList<Mention> Read(TypeDefinition type)
    {
        Declaration(type);
        mentions.RemoveAll(m => m.Type.FullName == type.FullName);
        return mentions;
    }

    private void Declaration(TypeDefinition type)
    {
        Type(type.BaseType);
        Attributes(type);
        Generics(type);
        foreach (var contract in type.Interfaces)
        {
            Type(contract.InterfaceType);
            Attributes(contract);
        }

        foreach (var field in type.Fields)
        {
            Type(field.FieldType);
            Attributes(field);
        }

        foreach (var property in type.Properties)
        {
            Attributes(property);
        }

        foreach (var happening in type.Events)
        {
            Type(happening.EventType);
            Attributes(happening);
        }

        foreach (var method in type.Methods)
        {
            Method(method);
        }

        foreach (var nested in type.NestedTypes)
        {
            Declaration(nested);
        }
    }

    private void Method(MethodDefinition method)
    {
        Type(method.ReturnType, method);
        Attributes(method, method);
        Attributes(method.MethodReturnType, method);
        Generics(method, method);
        foreach (var parameter in method.Parameters)
        {
            Type(parameter.ParameterType, method);
            Attributes(parameter, method);
        }

        foreach (var overridden in method.Overrides)
        {
            Member(overridden, method);
        }

        if (!method.HasBody)
        {
            return;
        }

        foreach (var local in method.Body.Variables)
        {
            Type(local.VariableType, method);
        }

        foreach (var handler in method.Body.ExceptionHandlers)
        {
            Type(handler.CatchType, method);
        }

        foreach (var instruction in method.Body.Instructions)
        {
            Operand(instruction, method);
        }
    }

    private void Operand(Instruction instruction, MethodDefinition by)
    {
        switch (instruction.Operand)
        {
            case TypeReference type:
                Type(type, by);
                break;
            case MemberReference member:
                Member(member, by);
                break;
            case CallSite site:
                Type(site.ReturnType, by);
                foreach (var parameter in site.Parameters)
                {
                    Type(parameter.ParameterType, by);
                }

                break;
        }
    }

    private void Member(MemberReference member, MethodDefinition by)
    {
        Type(member.DeclaringType, by);
        Add(member.DeclaringType, member.Name, by);
        if (member is FieldReference field)
        {
            Type(field.FieldType, by);
        }

        if (member is MethodReference method)
        {
            Type(method.ReturnType, by);
            foreach (var parameter in method.Parameters)
            {
                Type(parameter.ParameterType, by);
            }
        }

        if (member is GenericInstanceMethod generic)
        {
            foreach (var argument in generic.GenericArguments)
            {
                Type(argument, by);
            }
        }
    }

    private void Generics(IGenericParameterProvider provider, MethodDefinition? by = null)
    {
        foreach (var parameter in provider.GenericParameters)
        {
            Attributes(parameter, by);
            foreach (var constraint in parameter.Constraints)
            {
                Type(constraint.ConstraintType, by);
            }
        }
    }

    private void Attributes(ICustomAttributeProvider provider, MethodDefinition? by = null)
    {
        foreach (var attribute in provider.CustomAttributes)
        {
            Type(attribute.AttributeType, by);
            foreach (var argument in attribute.ConstructorArguments)
            {
                Argument(argument, by);
            }

            foreach (var named in attribute.Fields.Concat(attribute.Properties))
            {
                Argument(named.Argument, by);
            }
        }
    }

    private void Argument(CustomAttributeArgument argument, MethodDefinition? by)
    {
        Type(argument.Type, by);
        switch (argument.Value)
        {
            case TypeReference type:
                Type(type, by);
                break;
            case CustomAttributeArgument boxed:
                Argument(boxed, by);
                break;
            case CustomAttributeArgument[] several:
                foreach (var one in several)
                {
                    Argument(one, by);
                }

                break;
        }
    }

    private void Type(TypeReference? type, MethodDefinition? by = null)
    {
        switch (type)
        {
            case null or GenericParameter:
                break;
            case GenericInstanceType generic:
                Type(generic.ElementType, by);
                foreach (var argument in generic.GenericArguments)
                {
                    Type(argument, by);
                }

                break;
            case FunctionPointerType pointer:
                Type(pointer.ReturnType, by);
                foreach (var parameter in pointer.Parameters)
                {
                    Type(parameter.ParameterType, by);
                }

                break;
            case IModifierType modified:
                Type(modified.ModifierType, by);
                Type(modified.ElementType, by);
                break;
            case TypeSpecification wrapped:
                Type(wrapped.ElementType, by);
                break;
            default:
                Add(type, null, by);
                break;
        }
    }

    private void Add(TypeReference type, string? member, MethodDefinition? by)
    {
        var outermost = type.GetElementType();
        while (outermost.DeclaringType is { } declaring)
        {
            outermost = declaring;
        }

        if (seen.Add((outermost.FullName, member, by)))
        {
            mentions.Add(new(outermost, member, by));
        }
    }
}
