using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Foster.Tests.Journeys;

/// <summary>A form as somebody filled it in.</summary>
internal static class Typed
{
    public static readonly DateOnly Today = new(2026, 3, 6);

    public static Form Into(Field[] fields, params (string Name, string Value)[] typed)
    {
        var form = new Form(fields);
        form.Read(Posted(typed), Today);
        return form;
    }

    public static Form Into(Field field, string value) => Into([field], (field.Name, value));

    public static string? ErrorOf(Field field, params (string Name, string Value)[] typed) =>
        Into([field], typed).Errors.SingleOrDefault()?.Message;

    public static string? ErrorOf(Field field, string value) => ErrorOf(field, (field.Name, value));

    public static FormCollection Posted(params (string Name, string Value)[] typed) =>
        new(
            typed
                .GroupBy(t => t.Name)
                .ToDictionary(g => g.Key, g => new StringValues([.. g.Select(t => t.Value)]))
        );
}
