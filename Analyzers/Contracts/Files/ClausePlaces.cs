namespace Devmap.Analyzers.Contracts.Files;

/// <summary>Where the attribute would be written that a clause stands for.</summary>
internal static class ClausePlaces
{
    /// <param name="target"><c>this</c>, <c>return</c>, <c>new</c>, or a parameter.</param>
    /// <returns><see langword="null"/>: the word means nothing there.</returns>
    public static ContractPlace? Of(ContractWord word, string target, DocumentationId id)
    {
        ContractPlace member = id.Kind switch
        {
            'M' => ContractPlace.Method,
            'P' => ContractPlace.Property,
            'F' => ContractPlace.Field,
            'T' => ContractPlace.Type,
            _ => ContractPlace.Assembly,
        };
        return target switch
        {
            "this" => IfMeant(word, member),
            "new" => id.IsConstructor ? IfMeant(word, ContractPlace.Method) ?? IfMeant(word, ContractPlace.Return) : null,
            "return" => IfValue(word, ContractPlace.Return, id.IsParameterized && !id.IsConstructor)
                ?? IfValue(word, member, member is ContractPlace.Property or ContractPlace.Field),
            _ => id.IsParameterized ? IfMeant(word, ContractPlace.Parameter) : null,
        };
    }

    private static ContractPlace? IfMeant(ContractWord word, ContractPlace place) =>
        ContractPlaces.TargetOf(word, place) == ContractTarget.Nowhere ? null : place;

    private static ContractPlace? IfValue(ContractWord word, ContractPlace place, bool exists) =>
        exists && ContractPlaces.TargetOf(word, place) == ContractTarget.Value ? place : null;
}
