using System.Globalization;
using Microsoft.Playwright;
using Xunit;

namespace Foster.Browser;

/// <summary>
/// Fills in the form of a page as a person would who has no strong opinions: what is given, else what is there already,
/// else something that fits. What is optional stays empty unless it is given.
/// </summary>
public static class Answers
{
    private const string Words = "All is in order, and we have talked about it at length.";

    private sealed record Control(
        string Name,
        string Kind,
        string Value,
        bool Filled,
        bool Optional
    );

    /// <summary>Opens a page, fills in its form and sends it. Fails with what the page says when it is not taken.</summary>
    public static async Task DoAsync(
        this Person person,
        string path,
        DateOnly today,
        params (string Name, string Answer)[] given
    )
    {
        var answer = await person.OpenAsync(path);
        Assert.True(answer.Ok, $"{path} answered {answer.Status}: {await TextAsync(person.Page)}");
        await person.SendAsync(today, given);
    }

    /// <summary>Fills in and sends the form of the page that is open.</summary>
    public static async Task SendAsync(
        this Person person,
        DateOnly today,
        params (string Name, string Answer)[] given
    )
    {
        var page = person.Page;
        var where = page.Url;
        if (await page.Locator("main form[method=post]").CountAsync() == 0)
            Assert.Fail($"{where} has no form: {await TextAsync(page)}");
        var form = await FormAsync(page);
        foreach (var control in await ControlsAsync(page))
            await FillAsync(form, control, today, given.ToDictionary(g => g.Name, g => g.Answer));
        // What is being kept in the background is waited for before the form goes.
        await person.LeadsOnAsync(form.Locator("button[type=submit]").First);
        var wrong = page.Locator(".govuk-error-summary");
        if (await wrong.CountAsync() > 0)
            Assert.Fail($"{where}: {await wrong.InnerTextAsync()}");
        Assert.False(
            (await page.TitleAsync()).Contains("problem", StringComparison.OrdinalIgnoreCase),
            $"{where}: {await TextAsync(page)}"
        );
    }

    public static Task<string> TextAsync(IPage page) => page.Locator("main").InnerTextAsync();

    private static async Task<ILocator> FormAsync(IPage page)
    {
        // The form with the most to fill in is the page's own.
        var index = await page.EvaluateAsync<int>(
            """
            () => {
              const forms = [...document.querySelectorAll('main form[method=post]')];
              const size = f => f.querySelectorAll('input:not([type=hidden]), select, textarea').length;
              return forms.indexOf(forms.reduce((a, b) => size(b) > size(a) ? b : a));
            }
            """
        );
        return page.Locator("main form[method=post]").Nth(index);
    }

    private static async Task<Control[]> ControlsAsync(IPage page)
    {
        var found = await page.EvaluateAsync<string[][]>(
            """
            () => {
              const forms = [...document.querySelectorAll('main form[method=post]')];
              const size = f => f.querySelectorAll('input:not([type=hidden]), select, textarea').length;
              const form = forms.reduce((a, b) => size(b) > size(a) ? b : a);
              // What nobody sees, nobody fills in: it is there for programs.
              const seen = c => !c.closest('[aria-hidden=true]');
              return [...form.querySelectorAll('input:not([type=hidden]), select, textarea')].filter(seen).map(c => {
                let group = c.closest('fieldset') || c.closest('.govuk-form-group');
                if (group && !/optional/i.test(group.innerText)) group = c.closest('.govuk-form-group');
                const peers = [...form.querySelectorAll(`[name="${c.name}"]`)];
                const filled = c.type === 'radio' || c.type === 'checkbox' ? peers.some(p => p.checked) : c.value !== '';
                return [c.name, c.tagName === 'SELECT' ? 'select' : c.type, c.value,
                  String(filled), String(/\(optional\)/i.test(group?.innerText ?? ''))];
              });
            }
            """
        );
        return
        [
            .. found.Select(f => new Control(f[0], f[1], f[2], f[3] == "true", f[4] == "true")),
        ];
    }

    private static async Task FillAsync(
        ILocator form,
        Control control,
        DateOnly today,
        Dictionary<string, string> given
    )
    {
        var named = form.Locator($"[name=\"{control.Name}\"]");
        var answer =
            given.GetValueOrDefault(control.Name) ?? DatePart(control.Name, given, today, control);
        if (answer is null && (control.Filled || control.Optional))
            return;
        switch (control.Kind)
        {
            case "radio" when answer is not null:
                await form.Locator($"[name=\"{control.Name}\"][value=\"{answer}\"]").CheckAsync();
                break;
            case "radio":
                if (await named.And(form.Locator(":checked")).CountAsync() == 0)
                    await named.First.CheckAsync();
                break;
            case "checkbox" when answer is "all":
                await form.Locator($"[name=\"{control.Name}\"][value=\"{control.Value}\"]")
                    .CheckAsync();
                break;
            case "checkbox" when answer is not null:
                if (answer.Split(',').Contains(control.Value))
                    await form.Locator($"[name=\"{control.Name}\"][value=\"{control.Value}\"]")
                        .CheckAsync();
                break;
            case "checkbox":
                if (await named.And(form.Locator(":checked")).CountAsync() == 0)
                    await named.First.CheckAsync();
                break;
            case "select":
                await named.SelectOptionAsync(answer ?? await FirstOptionAsync(named));
                break;
            default:
                await named.FillAsync(answer ?? Fitting(control, today));
                break;
        }
    }

    private static async Task<string> FirstOptionAsync(ILocator select) =>
        await select.EvaluateAsync<string>(
            "s => [...s.options].map(o => o.value).find(v => v !== '')"
        );

    /// <summary>The part of a date that is given whole, as 2026-09-07.</summary>
    private static string? DatePart(
        string name,
        Dictionary<string, string> given,
        DateOnly today,
        Control control
    )
    {
        var (whole, part) = Split(name);
        if (part is null || (!given.ContainsKey(whole) && (control.Filled || control.Optional)))
            return null;
        var date = given.TryGetValue(whole, out var text)
            ? DateOnly.Parse(text, CultureInfo.InvariantCulture)
            : today;
        var number = part switch
        {
            "day" => date.Day,
            "month" => date.Month,
            _ => date.Year,
        };
        return number.ToString(CultureInfo.InvariantCulture);
    }

    private static (string Whole, string? Part) Split(string name)
    {
        foreach (var part in new[] { "day", "month", "year" })
            if (name.EndsWith("-" + part, StringComparison.Ordinal))
                return (name[..^(part.Length + 1)], part);
        return (name, null);
    }

    private static string Fitting(Control control, DateOnly today) =>
        control.Kind switch
        {
            "email" => "somebody@example.org",
            "tel" => "07700 900123",
            "number" => "1",
            _ when control.Name.Contains("postcode", StringComparison.Ordinal) => "CH41 0ZZ",
            _ when control.Name.Contains("time", StringComparison.Ordinal)
                    || control.Name == "at" => "10:00",
            _ when control.Name.Contains("years", StringComparison.Ordinal) => "6",
            _ => Words,
        };
}
