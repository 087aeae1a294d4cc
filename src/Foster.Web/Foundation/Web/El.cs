using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Foster.Web.Foundation.Web;

/// <summary>Short ways to build HTML; every text and attribute is encoded by the framework.</summary>
internal static class El
{
    /// <summary>An element with a class and its content: texts are encoded, nulls left out.</summary>
    public static TagBuilder Of(string tag, string? css, params object?[] content)
    {
        var element = new TagBuilder(tag);
        if (!string.IsNullOrEmpty(css))
            element.Attributes["class"] = css;
        return element.Add(content);
    }

    public static TagBuilder Add(this TagBuilder element, params object?[] content)
    {
        foreach (var part in content)
        {
            if (part is IHtmlContent html)
                element.InnerHtml.AppendHtml(html);
            else if (part is not null)
                element.InnerHtml.Append(part.ToString() ?? "");
        }
        return element;
    }

    /// <summary>Sets an attribute; null leaves it out and the empty text writes a bare one.</summary>
    public static TagBuilder With(this TagBuilder element, string name, string? value)
    {
        if (value is not null)
            element.Attributes[name] = value;
        return element;
    }

    public static TagBuilder If(
        this TagBuilder element,
        bool holds,
        string name,
        string value = ""
    ) => holds ? element.With(name, value) : element;

    /// <summary>Adds a class to those that are there.</summary>
    public static TagBuilder Also(this TagBuilder element, string css)
    {
        element.AddCssClass(css);
        return element;
    }

    /// <summary>An element without an end tag.</summary>
    public static TagBuilder Alone(this TagBuilder element)
    {
        element.TagRenderMode = TagRenderMode.SelfClosing;
        return element;
    }

    /// <summary>Words for screen readers only.</summary>
    public static TagBuilder Hidden(string text) => Of("span", "govuk-visually-hidden", text);

    /// <summary>Class names joined; nulls left out.</summary>
    public static string Css(params string?[] names) =>
        string.Join(' ', names.Where(n => !string.IsNullOrEmpty(n)));
}
