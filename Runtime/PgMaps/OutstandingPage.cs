namespace Devmap;

/// <summary>A page that keeps its device range from going away, with what is held on it.</summary>
/// <param name="Pfn">The frame.</param>
/// <param name="References">References that are neither pins nor mappings.</param>
/// <param name="Pins">Pins.</param>
/// <param name="Mappings">Page-table entries that hold a reference.</param>
public readonly record struct OutstandingPage(Pfn Pfn, int References, int Pins, int Mappings)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Pfn}: {References} references, {Pins} pins, {Mappings} mappings";
}
