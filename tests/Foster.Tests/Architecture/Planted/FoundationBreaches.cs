using Foster.Web.Features.Cases;

#pragma warning disable CA1852, CA1812, CA1823, IDE0044, CS0169, CS0067, CS0649, CS8321 // Looked at, never used.

// Rule 1, broken in every way in which a type can name another.
namespace Foster.Web.Foundation.Planted;

internal class InAField
{
    private List<PlantedCase[]>? cases;
}

internal class InAProperty
{
    public PlantedCase? Case { get; set; }
}

internal class InAnEvent
{
    public event Action<PlantedCase>? Happened;
}

internal class AsABase : PlantedCase;

internal class AsAContract : IPlantedContract;

internal class AsAnArgumentOfABase : List<PlantedCase>;

internal class InAConstraint<T>
    where T : PlantedCase;

[PlantedMark]
internal class AsAnAttribute;

[System.ComponentModel.TypeConverter(typeof(PlantedCase))]
internal class InsideAnAttribute;

internal class OnAParameter
{
    public static void Take([PlantedMark] int number) => _ = number;
}

internal class InAReturn
{
    public static Task<PlantedCase?> Give() => Task.FromResult<PlantedCase?>(null);
}

internal class InABody
{
    public static int Count() => PlantedCase.Count();
}

internal class InATypeOf
{
    public static string Name() => typeof(PlantedCase).Name;
}

internal class InAGenericCall
{
    public static object Make() => PlantedCase.Make<object>();
}

internal class AsAnArgumentOfACall
{
    public static int Size(IEnumerable<object> many) => many.OfType<PlantedCase>().Count();
}

internal class InACatch
{
    public static void Try()
    {
        try
        {
            Console.Write("");
        }
        catch (PlantedTrouble) { }
    }
}

internal class InAnAsyncBody
{
    public static async Task WaitAsync()
    {
        await Task.Yield();
        PlantedCase.Count();
    }
}

internal class InAnIterator
{
    public static IEnumerable<int> Each()
    {
        yield return PlantedCase.Count();
    }
}

internal class InALambda
{
    public static Func<int, int> Make(int more) => less => PlantedCase.Count() + more - less;
}

internal class InALocalFunction
{
    public static int Run()
    {
        return Inner();
        static int Inner() => PlantedCase.Count();
    }
}

internal class InANestedType
{
    private class Inner
    {
        private PlantedCase? found;
    }
}

internal class InANestedTarget
{
    private PlantedCase.Inner? found;
}

internal class InAnArray
{
    public static object Make() => new PlantedCase[2, 2];
}

internal class InATuple
{
    public static (int, PlantedCase?) Make() => (1, null);
}

internal class InAnAnonymousType
{
    public static object Make(object from) => new { Case = (PlantedCase)from };
}

internal class InAPattern
{
    public static bool Test(object what) => what is PlantedCase;
}

// Not breaches: they name what anybody may name.
internal class Innocent
{
    public static async Task<List<string>> ReadAsync()
    {
        await Task.Yield();
        return [typeof(Innocent).Name];
    }
}
