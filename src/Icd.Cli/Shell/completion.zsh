#compdef icd
# zsh completion for icd. It asks icd itself, so it knows what this version has.
_icd() {
    local word about
    local -a candidates files
    local line="${(j: :)words[1,CURRENT-1]} $PREFIX"
    while IFS=$'\t' read -r word about; do
        case $word in
            (:files) files=(_files) ;;
            (:folders) files=(_files -/) ;;
            (*) candidates+=("${${word#--*=}//:/\\:}:$about") ;;
        esac
    done < <("$words[1]" complete "$line" 2>/dev/null)
    [[ $PREFIX == *=* ]] && compset -P '*='
    (( $#candidates )) && _describe icd candidates
    (( $#files )) && $files
}
if [[ $funcstack[1] == _icd ]]; then _icd "$@"; else compdef _icd icd; fi
