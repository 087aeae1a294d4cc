namespace Foster.Faults;

/// <summary>One thing that goes wrong for real, with processes of their own, and what must hold all the same.</summary>
internal abstract class Drill(string name, string row)
{
    public string Name => name;

    /// <summary>The rows of the thresholds that it measures.</summary>
    public string Row => row;

    public int Broken { get; private set; }

    public abstract Task RunAsync();

    /// <summary>Prints a figure with its verdict.</summary>
    public void Must(bool holds, string what)
    {
        if (!holds)
            Broken++;
        Console.WriteLine($"  {(holds ? "holds " : "BROKEN")}  {what}");
    }
}
